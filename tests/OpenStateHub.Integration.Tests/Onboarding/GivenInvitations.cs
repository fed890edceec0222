using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Onboarding;

/// <summary>Places of the catalogue, and invitations to them by the command that the pages use.</summary>
internal static class GivenInvitations
{
    public const string Email = "transparencia@ejemplo.mx";

    public static async Task ListedAsync(this TestHub hub, Tenant? state, params string[] slugs) =>
        await hub.AsAsync(await hub.NationalAsync(), async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            db.Tenants.AddRange(slugs.Select(slug => new Tenant
            {
                Slug = slug,
                Name = slug,
                Kind = state is null ? TenantKind.State : TenantKind.Municipality,
                ParentId = state?.Id,
                TimeZone = "America/Mexico_City",
            }));
            await db.SaveChangesAsync();
        });

    public static async Task<(Refusal? Refusal, string Token)> InviteAsync(this TestHub hub, string slug, string email = Email, Guid? replaces = null)
    {
        var made = "";
        var refusal = await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<InvitePlace>().ExecuteAsync(
            new() { Slug = slug, Email = email, Replaces = replaces },
            (place, token) =>
            {
                made = token;
                return new Letter { Language = "es", Subject = $"Invitación a {place.Name}", Paragraphs = [token], Footer = "Pie" };
            },
            default));
        return (refusal, made);
    }

    /// <summary>The one that is open; null where none is.</summary>
    public static async Task<PlaceInvitation?> OpenInvitationAsync(this TestHub hub, string slug)
    {
        var place = await hub.FindAsync(slug);
        return await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<HubDbContext>().PlaceInvitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.PlaceId == place.Id && i.EndedAt == null));
    }

    public static async Task<(bool Found, Refusal? Refusal)> RevokeAsync(this TestHub hub, Guid id, Guid by) =>
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<RevokePlaceInvitation>().ExecuteAsync(id, by, default));

    public static Task<Guid> MonitorAsync(this TestHub hub) => hub.PersonOfAsync(Role.NationalMonitor);

    /// <summary>Somebody of the nation, made at the first asking.</summary>
    private static async Task<Guid> PersonOfAsync(this TestHub hub, Role role)
    {
        var national = await hub.NationalAsync();
        Task<Guid> FindAsync() => hub.AsAsync(national, scope => scope.GetRequiredService<HubDbContext>().RoleGrants
            .Where(grant => grant.Role == role).Select(grant => grant.UserId).SingleOrDefaultAsync());

        if (await FindAsync() is var found && found != default)
        {
            return found;
        }

        await hub.PersonAsync(national, role);
        return await FindAsync();
    }
}
