using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Provisions a place that the catalogue does not list: it is Active at once. Listed places are activated instead.</summary>
public sealed class AddTenant(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="InegiCode">Two digits for a state, five for a municipality; null for what INEGI does not number.</param>
    /// <param name="ParentSlug">The state it belongs to; null for a state, and where the INEGI code names it.</param>
    /// <param name="TimeZone">An IANA zone; null: the parent's, and for a state the nation's.</param>
    public sealed record Input(
        string Slug, string Name, TenantKind Kind, string? InegiCode = null, string? ParentSlug = null, string? TimeZone = null);

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var parent = await FindParentAsync(input, ct);
        var refusal = TenantSlug.Check(input.Slug)
            ?? CheckName(input)
            ?? CheckCode(input)
            ?? CheckParent(input, parent)
            ?? await CheckFreeAsync(input, ct);

        if (refusal is not null)
        {
            return refusal;
        }

        var place = new Tenant
        {
            Slug = input.Slug,
            Name = input.Name.Trim(),
            Kind = input.Kind,
            InegiCode = input.InegiCode,
            ParentId = parent?.Id,
            TimeZone = input.TimeZone ?? parent?.TimeZone ?? tenant.Current.TimeZone,
        };

        if (place.Activate(tenant.Current.Today(clock)) is { } notActive)
        {
            return notActive;
        }

        db.Tenants.Add(place);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private Task<Tenant?> FindParentAsync(Input input, CancellationToken ct)
    {
        if (input.ParentSlug is not null)
        {
            return db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == input.ParentSlug, ct);
        }

        var state = input is { Kind: TenantKind.Municipality, InegiCode.Length: 5 } ? input.InegiCode[..2] : null;
        return db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => state != null && t.InegiCode == state, ct);
    }

    private static Refusal? CheckName(Input input) =>
        input.Kind is TenantKind.National ? TenantRefusals.SecondNational
        : input.Name.Trim().Length is 0 or > Tenant.MaxNameLength ? TenantRefusals.NameMalformed
        : null;

    private static Refusal? CheckCode(Input input)
    {
        var digits = input.Kind switch
        {
            TenantKind.State => 2,
            TenantKind.Municipality => 5,
            _ => 0,
        };
        return input.InegiCode is { } code && (digits == 0 || code.Length != digits || !code.All(char.IsAsciiDigit))
            ? TenantRefusals.CodeMalformed
            : null;
    }

    private static Refusal? CheckParent(Input input, Tenant? parent) => (input.Kind, parent) switch
    {
        (TenantKind.State, null) => input.ParentSlug is null ? null : TenantRefusals.ParentOfState,
        (TenantKind.State, _) => TenantRefusals.ParentOfState,
        (_, null) => input.ParentSlug is null ? TenantRefusals.ParentMissing : TenantRefusals.ParentUnknown,
        (_, { Kind: not TenantKind.State }) => TenantRefusals.ParentIsNoState,
        _ when input.InegiCode is { } code && parent.InegiCode is { } state && code[..2] != state => TenantRefusals.CodeOfAnotherState,
        _ => null,
    };

    private async Task<Refusal?> CheckFreeAsync(Input input, CancellationToken ct)
    {
        if (await db.Tenants.AnyAsync(t => t.Slug == input.Slug, ct))
        {
            return TenantRefusals.SlugTaken;
        }

        var namesake = await db.Tenants
            .Where(t => input.InegiCode != null && t.InegiCode == input.InegiCode)
            .Select(t => t.Slug)
            .SingleOrDefaultAsync(ct);
        return namesake is null ? null : TenantRefusals.CodeTaken with { Detail = namesake };
    }
}
