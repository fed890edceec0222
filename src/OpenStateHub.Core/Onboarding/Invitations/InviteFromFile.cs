using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>
/// Invites many places, each in its own transaction: a line that is refused stops no other. Sent again, the file sends nothing twice: whoever was invited
/// already, to whatever address, is only reported.
/// </summary>
public sealed class InviteFromFile(HubDbContext db, TenantContext tenant, TenantScopes scopes)
{
    /// <param name="Name">The place's name; null where no place was found.</param>
    /// <param name="Refusal">Null: it was sent.</param>
    public sealed record Outcome(int Number, string Place, string Email, string? Slug, string? Name, Refusal? Refusal);

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        IReadOnlyList<InvitationsFile.Line> lines, Guid sentBy, Func<Tenant, string, Letter> letter, CancellationToken ct)
    {
        var asked = lines.Select(line => line.Place).ToHashSet();
        var places = await db.Tenants.AsNoTracking()
            .Where(place => asked.Contains(place.Slug) || asked.Contains(place.InegiCode!))
            .Select(place => new { place.Slug, place.Name, place.InegiCode })
            .ToListAsync(ct);
        var outcomes = new List<Outcome>();

        foreach (var line in lines)
        {
            var place = places.Find(p => p.Slug == line.Place || p.InegiCode == line.Place);
            var refusal = line.Place.Length == 0 ? OnboardingRefusals.LineMalformed
                : place is null ? TenantRefusals.Unknown
                : await scopes.RunAsync(tenant.Current, national => national.GetRequiredService<InvitePlace>().ExecuteAsync(
                    new() { Slug = place.Slug, Email = line.Email, SentBy = sentBy }, letter, ct));
            outcomes.Add(new Outcome(line.Number, line.Place, line.Email, place?.Slug, place?.Name, refusal));
        }

        return outcomes;
    }
}
