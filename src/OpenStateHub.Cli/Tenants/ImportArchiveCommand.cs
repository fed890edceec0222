using System.CommandLine;
using OpenStateHub.Cli.Backup;
using OpenStateHub.Cli.Ledger;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Cli.Tenants;

internal static class ImportArchiveCommand
{
    private static readonly Argument<string> Archive = new("FILE.zip") { Description = "An archive that 'hub tenants export' wrote." };
    private static readonly Option<string?> As = new("--as") { Description = "The slug that the place gets; left out: the one it had." };

    public static Command Create()
    {
        var command = new Command("import-archive", "Bring an exported place into a new, a listed or an empty one.") { Archive, As };
        command.SetAction(async (parsed, ct) =>
        {
            var root = new FileRoot(Environment.GetEnvironmentVariable("HUB_DATA"));
            var input = new ImportTenant.Input(Hub.OwnerConnection, parsed.GetRequiredValue(Archive), parsed.GetValue(As));
            var (slug, manifest, codeOf) = await BackupWork.RunAsync("Import", progress => new ImportTenant(root, TimeProvider.System).ExecuteAsync(input, progress, ct));
            Console.WriteLine($"{slug} is {manifest.Place.Slug} as of {manifest.TakenAt:u}: {ExportCommand.Summary(manifest)}.");

            if (codeOf is not null)
            {
                Console.WriteLine($"Its INEGI code {manifest.Place.InegiCode} belongs to {codeOf}: {slug} has none.");
            }

            Console.WriteLine("Everybody sets a new password ('hub users reset', or the link on the sign-in page). The history is verified:");
            return await VerifyCommand.RunAsync(slug, [], ct);
        });
        return command;
    }
}
