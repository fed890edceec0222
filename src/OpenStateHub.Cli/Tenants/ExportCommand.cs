using System.CommandLine;
using System.Globalization;
using OpenStateHub.Cli.Backup;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Cli.Tenants;

internal static class ExportCommand
{
    private static readonly Argument<string> Slug = new("SLUG") { Description = "The place's slug." };
    private static readonly Argument<string> Archive = new("FILE.zip") { Description = "The archive; must not be there yet." };

    public static Command Create()
    {
        var command = new Command("export", "Write a whole place as one ZIP: rows as JSON Lines, files, and a manifest with the SHA-256 of each.") { Slug, Archive };
        command.SetAction(async (parsed, ct) =>
        {
            var export = new ExportTenant(new FileRoot(Environment.GetEnvironmentVariable("HUB_DATA")), TimeProvider.System);
            var input = new ExportTenant.Input(Hub.OwnerConnection, parsed.GetRequiredValue(Slug), parsed.GetRequiredValue(Archive));
            var manifest = await BackupWork.RunAsync("Export", progress => export.ExecuteAsync(input, progress, ct));
            Console.WriteLine($"{Path.GetFullPath(input.File)}: {Summary(manifest)}.");
            Console.WriteLine("Left out, as its manifest says: passwords, sessions, links, letters that wait. It holds personal data: keep it where nobody else reads it.");
            return 0;
        });
        return command;
    }

    public static string Summary(ArchiveManifest manifest) => string.Create(
        CultureInfo.InvariantCulture,
        $"{manifest.Rows} rows of {manifest.Tables.Count} tables, {manifest.Files.Count} files ({manifest.Files.Sum(file => file.Bytes) / 1e6:0.0} MB), a chain of {manifest.Ledger.Sequence} acts, schema {manifest.Schema}");
}
