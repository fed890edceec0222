using OpenStateHub.Core.Jobs;

namespace OpenStateHub.Core.Backup;

/// <summary>Where the nightly copies go, and how many stay.</summary>
public sealed class BackupSettings
{
    public const string FolderSetting = "Backup:Folder", KeepSetting = "Backup:Keep";

    /// <summary>As <c>hub_backup</c>; null where no copies are made by night.</summary>
    public string? Connection { get; init; }

    /// <summary>Null where no copies are made by night.</summary>
    public string? Folder { get; init; }

    public int Keep { get; init; } = 7;
}

/// <summary>The copy of each night. A second one of the same night is one copy more, and the oldest goes.</summary>
public sealed class NightlyBackup(TakeBackup take, BackupSettings settings) : IJobWork
{
    public async Task ExecuteAsync(JobReport report, CancellationToken ct)
    {
        if (settings is not { Connection: { } connection, Folder: { } folder })
        {
            throw new BackupException("This node has no Backup__Folder, and another one planned a backup: set it on all nodes or on none.");
        }

        var result = await take.ExecuteAsync(new TakeBackup.Input(connection, folder, settings.Keep), progress: null, ct);
        report.Count(checked((int)result.Manifest.Tables.Sum(table => table.Rows)));
    }
}
