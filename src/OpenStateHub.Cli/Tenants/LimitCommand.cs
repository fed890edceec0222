using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Tenants;

internal static class LimitCommand
{
    private const long Megabyte = 1024 * 1024;

    public static Command Create()
    {
        var slug = new Argument<string>("SLUG") { Description = "The place's slug." };
        var file = new Option<int?>("--file-mb") { Description = "The longest file, in megabytes." };
        var total = new Option<int?>("--total-mb") { Description = "All files together, in megabytes." };
        var command = new Command("limit", "Say how much a place may keep as files.") { slug, file, total };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null && result.GetValue(total) is null)
            {
                result.AddError("Name --file-mb, --total-mb or both.");
            }
        });
        command.SetAction(async (parsed, ct) =>
        {
            var place = parsed.GetRequiredValue(slug);
            Sentences.ThrowIfRefused(await NationalScope.RunAsync(
                national => national.GetRequiredService<LimitFiles>().ExecuteAsync(place, parsed.GetValue(file) * Megabyte, parsed.GetValue(total) * Megabyte, ct), ct));
            Console.WriteLine($"The limits of {place} are set.");
            return 0;
        });
        return command;
    }
}
