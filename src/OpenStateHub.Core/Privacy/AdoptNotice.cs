using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Privacy;

/// <summary>Adopts the next version of the place's own notice; the earlier ones stay as people accepted them.</summary>
public sealed class AdoptNotice(HubDbContext db, TenantContext tenant, LockLedgerHead ledger, PublicChange change, TimeProvider clock)
{
    /// <param name="seen">The version that whoever wrote it had read; 0 before the first.</param>
    public async Task<IReadOnlyList<Refusal>> ExecuteAsync(PlaceNotice.Input input, int seen, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Of two at once the second waits here, and then sees the first one's version.
        await ledger.ExecuteAsync(ct);
        var last = await db.PlaceNotices.AsNoTracking().OrderByDescending(notice => notice.Version).FirstOrDefaultAsync(ct);

        if ((last?.Version ?? 0) != seen)
        {
            return [PrivacyRefusals.ChangedMeanwhile];
        }

        if (last?.Says(input) == true)
        {
            return [PrivacyRefusals.NothingChanged];
        }

        var (notice, refusals) = PlaceNotice.From(input, seen + 1, tenant.Current.Today(clock));

        if (notice is null)
        {
            return refusals;
        }

        db.PlaceNotices.Add(notice);
        await change.ExecuteAsync(new PublicAct(NoticeActs.Adopted, NoticeSubjects.Notice(notice.Version), notice.AdoptedOn) { ChangesFigures = false }, ct);
        await transaction.CommitAsync(ct);
        return [];
    }
}

/// <summary>What happens to the notice in public, as the ledger says it.</summary>
public static class NoticeActs
{
    public const string Adopted = "notice.adopted";
}

public static class NoticeSubjects
{
    public const string NoticeKind = "notice";

    public static Subject Notice(int version) => new(NoticeKind, version.ToString(CultureInfo.InvariantCulture));
}
