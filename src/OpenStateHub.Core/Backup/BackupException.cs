namespace OpenStateHub.Core.Backup;

/// <summary>Ends a backup or a restore with one sentence for the operator. Nothing that could be taken for whole is left behind.</summary>
public sealed class BackupException(string message) : Exception(message);
