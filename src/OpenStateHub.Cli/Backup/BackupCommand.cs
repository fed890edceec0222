using System.CommandLine;
using System.Globalization;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Cli.Backup;

internal static class BackupCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "Holds the copies; is made where it is missing." };

    private static readonly Option<int?> Keep = new("--keep") { Description = "How many of the newest copies stay; left out: all." };

    public static Command Create()
    {
        Keep.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() < 1)
            {
                given.AddError("--keep is at least 1.");
            }
        });
        var command = new Command("backup", "Write one consistent copy of database and files, as the role hub_backup.") { Folder, Keep };
        command.SetAction(async (parsed, ct) =>
        {
            var take = new TakeBackup(new FileRoot(Environment.GetEnvironmentVariable("HUB_DATA")), TimeProvider.System);
            var input = new TakeBackup.Input(Connection, parsed.GetRequiredValue(Folder), parsed.GetValue(Keep));
            var (copy, manifest, newFiles, removed) = await BackupWork.RunAsync("Backup", progress => take.ExecuteAsync(input, progress, ct));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{copy}: {manifest.Tables.Sum(table => table.Rows)} rows of {manifest.Tables.Count} tables ({Megabytes(manifest.TableBytes)}), {manifest.Files.Count} files ({Megabytes(manifest.Files.Bytes)}; {newFiles} new), {manifest.LedgerHeads.Count} chains."));

            if (removed > 0)
            {
                Console.WriteLine($"Older copies removed: {removed}.");
            }

            return 0;
        });
        return command;
    }

    private static string Connection =>
        Environment.GetEnvironmentVariable("ConnectionStrings__HubBackup")
        ?? throw new RefusedException("ConnectionStrings__HubBackup is not set: a backup needs the database as the role hub_backup.");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
