using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Cli.Seeding;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Tenants;

internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = "INEGI's catalogue of municipalities, as INEGI publishes it." };
        var command = new Command(
            "import", "Put INEGI's catalogue into ours as listed places. Safe to repeat. Exit code 1 where a row was left out.") { file };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(file), ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, CancellationToken ct)
    {
        await using var content = Open(file);
        var reference = await PlaceReference.ReadAsync(SeedFiles.Reference, ct);
        var import = await LongWork.ShowAsync("Places", progress => NationalScope.RunAsync(
            national => national.GetRequiredService<ImportPlaces>().ExecuteAsync(content, reference, progress, ct), ct));

        Sentences.ThrowIfRefused(import.Refusal);
        Console.WriteLine($"{import.Added} places added, {import.Changed} changed, {import.Unchanged} as before.");

        foreach (var bad in import.BadRows)
        {
            await Console.Error.WriteLineAsync($"line {bad.Line} left out: {Sentences.Of(bad.Reason)}");
        }

        return import.BadRows.Count == 0 ? 0 : throw new RefusedException($"{import.BadRows.Count} rows were left out; all others are in.");
    }

    private static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The file cannot be read: {e.Message}");
        }
    }
}
