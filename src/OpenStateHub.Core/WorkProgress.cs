namespace OpenStateHub.Core;

/// <summary>How far a long piece of work has come, for whoever waits for it.</summary>
public sealed record WorkProgress(int Done, int Total);
