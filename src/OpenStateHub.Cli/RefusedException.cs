namespace OpenStateHub.Cli;

/// <summary>Ends a command with exit code 1 and one sentence for the operator.</summary>
public sealed class RefusedException(string message) : Exception(message);
