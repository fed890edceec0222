using System.CommandLine;
using OpenStateHub.Cli.Ledger;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Cli.Backup;

internal static class RestoreCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "One copy, or a folder of copies, of which the newest is taken." };

    public static Command Create()
    {
        var command = new Command("restore", "Bring a copy back into an empty, migrated database and an empty folder of files.") { Folder };
        command.SetAction(async (parsed, ct) =>
        {
            var restore = new RestoreBackup(new FileRoot(Environment.GetEnvironmentVariable("HUB_DATA")));
            var input = new RestoreBackup.Input(Hub.OwnerConnection, parsed.GetRequiredValue(Folder));
            var (copy, manifest) = await BackupWork.RunAsync("Restore", progress => restore.ExecuteAsync(input, progress, ct));
            Console.WriteLine($"{copy} was restored, as of {manifest.TakenAt:u}. The history is compared with the heads of the copy:");
            var exit = await VerifyCommand.RunAsync(slug: null, manifest.LedgerHeads.ToDictionary(head => head.Slug), ct);

            if (exit != 0)
            {
                Console.WriteLine("The rows are the copy's to the last byte: these faults were there when it was taken.");
            }

            return exit;
        });
        return command;
    }
}
