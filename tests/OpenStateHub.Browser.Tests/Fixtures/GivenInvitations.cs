using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>A municipality that its state proposes to the nation: for those who look at the pages.</summary>
internal static class GivenInvitations
{
    private const string Municipality = "pachuca-hgo";

    /// <summary>Routes of both offices, and what to ask instead. Asked again it finds what it made.</summary>
    public static async Task<Dictionary<string, string[]>> SamplesAsync(TestHub hub, string stateSlug)
    {
        var (national, state) = (await hub.NationalAsync(), await hub.FindAsync(stateSlug));
        var isNew = await hub.AsAsync(national, scope => AddAsync(scope, state));

        if (isNew)
        {
            await hub.AsAsync(state, ProposeAsync);
        }

        var proposal = await hub.AsAsync(national, scope => scope.GetRequiredService<HubDbContext>().PlaceProposals.Select(p => p.Id).FirstAsync());
        return new()
        {
            ["gestion/municipios/proponer"] = [$"gestion/municipios/proponer?municipio={Municipality}"],
            ["gestion/entidades/{slug}"] = [$"gestion/entidades/{stateSlug}", $"gestion/entidades/{Municipality}"],
            ["gestion/entidades/propuestas/{id:guid}"] = [$"gestion/entidades/propuestas/{proposal}"],
        };
    }

    private static async Task<bool> AddAsync(IServiceProvider scope, Tenant state)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        if (await db.Tenants.AnyAsync(place => place.Slug == Municipality))
        {
            return false;
        }

        db.Tenants.Add(new Tenant
        {
            Slug = Municipality, Name = "Pachuca de Soto", Kind = TenantKind.Municipality, InegiCode = "13048", ParentId = state.Id, TimeZone = state.TimeZone,
        });
        await db.SaveChangesAsync();
        return true;
    }

    private static async Task ProposeAsync(IServiceProvider scope)
    {
        var by = await scope.GetRequiredService<HubDbContext>().Users.Select(person => person.Id).FirstAsync();
        var (refusal, _) = await scope.GetRequiredService<ProposePlace>().ExecuteAsync(
            new(Municipality, "presidencia@pachuca.example", "Pide sumarse.", by),
            (_, _) => new Letter { Language = "es", Subject = "Invitación", Paragraphs = ["Invitación."], Footer = "INAI" },
            default);
        Assert.Null(refusal);
    }
}
