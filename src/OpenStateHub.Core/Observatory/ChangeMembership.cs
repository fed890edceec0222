using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>Notes, corrects or strikes out that a place belongs to a programme. Every figure counted against the members follows. In the national scope.</summary>
public sealed class ChangeMembership(HubDbContext db, RecountMembers recount)
{
    public const int MaxSourceLength = 500;

    /// <summary>Which membership: a place may leave a programme and come back.</summary>
    public sealed record Key(string Programme, string Slug, DateOnly From);

    /// <param name="FromIsBound">The source gives only the day by which it is known.</param>
    /// <param name="Until">The last day; null: still.</param>
    public sealed record Text(bool FromIsBound, DateOnly? Until, string? Source);

    /// <param name="slug">Of the place that joins.</param>
    public async Task<Refusal?> ExecuteAsync(string programme, string? slug, DateOnly? from, Text text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(slug) || await PlaceAsync(slug.Trim(), ct) is not { } place)
        {
            return MembershipRefusals.PlaceUnknown;
        }

        if (from is not { } since)
        {
            return MembershipRefusals.FromMissing;
        }

        if (!await db.Programmes.AnyAsync(p => p.Code == programme, ct))
        {
            return MembershipRefusals.Unknown;
        }

        var member = new ProgrammeMembership
        {
            Programme = programme,
            TenantId = place,
            FromOn = since,
            FromIsBound = text.FromIsBound,
            UntilOn = text.Until,
            Source = text.Source?.Trim() ?? "",
        };
        return await SaveAsync(member, () => db.ProgrammeMemberships.Add(member), ct);
    }

    public async Task<Refusal?> CorrectAsync(Key key, Text text, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not { } member)
        {
            return MembershipRefusals.Unknown;
        }

        (member.FromIsBound, member.UntilOn, member.Source) = (text.FromIsBound, text.Until, text.Source?.Trim() ?? "");
        return await SaveAsync(member, () => { }, ct);
    }

    /// <summary>It was noted by mistake: the place never belonged.</summary>
    public async Task<Refusal?> StrikeOutAsync(Key key, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not { } member)
        {
            return MembershipRefusals.Unknown;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.ProgrammeMemberships.Remove(member);
        await db.SaveChangesAsync(ct);
        await recount.ExecuteAsync([member.TenantId], member.FromOn, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<Refusal?> SaveAsync(ProgrammeMembership member, Action add, CancellationToken ct)
    {
        if (member.Source.Length is 0 or > MaxSourceLength)
        {
            return MembershipRefusals.SourceMissing;
        }

        if (member.UntilOn < member.FromOn)
        {
            return MembershipRefusals.EndsBeforeItBegins;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two at once could each miss the other's: the place's row lets one in after the other.
        await db.Database.ExecuteSqlAsync($"select from tenants where id = {member.TenantId.Value} for update", ct);
        var others = await db.ProgrammeMemberships.AsNoTracking().Where(m => m.Programme == member.Programme && m.TenantId == member.TenantId).ToListAsync(ct);
        var isNew = db.Entry(member).State is EntityState.Detached;

        if (others.Any(other => (isNew || other.FromOn != member.FromOn) && Overlap(other, member)))
        {
            return MembershipRefusals.Overlaps;
        }

        add();
        await db.SaveChangesAsync(ct);
        await recount.ExecuteAsync([member.TenantId], member.FromOn, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static bool Overlap(ProgrammeMembership a, ProgrammeMembership b) =>
        a.FromOn <= (b.UntilOn ?? DateOnly.MaxValue) && b.FromOn <= (a.UntilOn ?? DateOnly.MaxValue);

    private async Task<TenantId?> PlaceAsync(string slug, CancellationToken ct) =>
        await db.Tenants.Where(t => t.Slug == slug && t.Kind != TenantKind.National).Select(t => (TenantId?)t.Id).SingleOrDefaultAsync(ct);

    private async Task<ProgrammeMembership?> FindAsync(Key key, CancellationToken ct) => await PlaceAsync(key.Slug, ct) is { } place
        ? await db.ProgrammeMemberships.SingleOrDefaultAsync(m => m.Programme == key.Programme && m.TenantId == place && m.FromOn == key.From, ct)
        : null;
}

public static class MembershipRefusals
{
    public static readonly Refusal Unknown = new("membership.unknown");
    public static readonly Refusal PlaceUnknown = new("membership.place-unknown", "place");
    public static readonly Refusal FromMissing = new("membership.from-missing", "fromOn");
    public static readonly Refusal SourceMissing = new("membership.source-missing", "source");
    public static readonly Refusal EndsBeforeItBegins = new("membership.ends-before-it-begins", "untilOn");
    public static readonly Refusal Overlaps = new("membership.overlaps", "fromOn");
}
