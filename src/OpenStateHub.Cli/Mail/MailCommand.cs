using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Mail;

/// <summary>What an operator decides about a place's mail: the mail server's good name is everybody's.</summary>
internal static class MailCommand
{
    private static readonly Option<string> Place = new("--tenant") { Description = "The slug of the place.", Required = true };
    private static readonly Option<int?> PerHour = new("--per-hour") { Description = "Letters in any hour; left out: as the installation has it." };
    private static readonly Option<int?> PerDay = new("--per-day") { Description = "Letters in any 24 hours; left out: as the installation has it." };

    public static Command Create()
    {
        var limit = new Command("limit", "Set how many letters a place may send; the rest waits.") { Place, PerHour, PerDay };
        limit.SetAction(async (parsed, ct) =>
        {
            Console.WriteLine(await LimitAsync(parsed.GetRequiredValue(Place), parsed.GetValue(PerHour), parsed.GetValue(PerDay), ct));
            return 0;
        });
        return new Command("mail", "The mail of a place.") { limit };
    }

    private static Task<string> LimitAsync(string slug, int? perHour, int? perDay, CancellationToken ct) => NationalScope.RunAsync(
        async national =>
        {
            var place = await national.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().SingleOrDefaultAsync(p => p.Slug == slug, ct)
                ?? throw new RefusedException(Sentences.Of(TenantRefusals.Unknown));
            Sentences.ThrowIfRefused(await national.GetRequiredService<TenantScopes>().RunAsync(
                place, scope => scope.GetRequiredService<LimitMail>().ExecuteAsync(perHour, perDay, ct)));
            return $"{place.Name}: {Said(perHour)} an hour, {Said(perDay)} a day.";
        },
        ct);

    private static string Said(int? limit) => limit is { } most ? $"at most {most}" : "as many as the installation allows";
}
