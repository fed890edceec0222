using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Cli.Tenants;

internal static class TenantsCommand
{
    public static Command Create() => new("tenants", "The catalogue of places, and which of them are served.")
    {
        AddCommand.Create(),
        ImportCommand.Create(),
        ListCommand.Create(),
        ActivateCommand.Create(),
        OnePlace("suspend", "Keep a place readable and stop every change in it.", "suspended", (s, slug, why, ct) => s.GetRequiredService<SuspendTenant>().ExecuteAsync(slug, ct, why)),
        LimitCommand.Create(),
        OnePlace("archive", "Put a place to rest: readable, not writable, its clock stands still.", "archived", (s, slug, why, ct) => s.GetRequiredService<ArchiveTenant>().ExecuteAsync(slug, ct, why)),
        ExportCommand.Create(),
        ImportArchiveCommand.Create(),
        DeleteCommand.Create(),
        OnePlace("resume", "Let a suspended or archived place change again.", "active again", (s, slug, why, ct) => s.GetRequiredService<ResumeTenant>().ExecuteAsync(slug, ct, why)),
    };

    private static Command OnePlace(
        string name, string description, string outcome, Func<IServiceProvider, string, StatusCause, CancellationToken, Task<Refusal?>> change)
    {
        var slug = new Argument<string>("SLUG") { Description = "The place's slug." };
        var reason = new Option<string?>("--reason") { Description = "Why, as the place's pages say it while it rests." };
        var command = new Command(name, description) { slug, reason };
        command.SetAction(async (parsed, ct) =>
        {
            var place = parsed.GetRequiredValue(slug);
            Sentences.ThrowIfRefused(await NationalScope.RunAsync(national => change(national, place, new StatusCause(parsed.GetValue(reason), By: null), ct), ct));
            Console.WriteLine($"{place} is {outcome}.");
            return 0;
        });
        return command;
    }
}
