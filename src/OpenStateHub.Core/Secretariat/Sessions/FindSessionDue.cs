using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>By when the secretariat must meet again (domain rules, section 7).</summary>
public sealed class FindSessionDue(HubDbContext db, ReadNotice notice, TenantContext tenant, TimeProvider clock)
{
    /// <returns>Null where nobody sits yet, or nobody knows since when.</returns>
    public async Task<Found?> ExecuteAsync(CancellationToken ct)
    {
        var last = await db.Sessions.Where(s => s.HadQuorum == true).MaxAsync(s => (DateTimeOffset?)s.StartsAt, ct);
        var installed = last is null
            ? await db.InstallationSteps.Where(s => s.Kind == InstallationStepKind.Installation).MaxAsync(s => s.OccurredOn ?? s.KnownBy, ct)
            : null;

        if ((last is { } held ? DateOnly.FromDateTime(tenant.Current.LocalTime(held)) : installed) is not { } since)
        {
            return null;
        }

        var (rules, today) = ((await notice.ExecuteAsync(ct)).Rules, tenant.Current.Today(clock));
        var isCalled = await db.Sessions.AnyAsync(s => s.Status == SessionStatus.Called || s.Status == SessionStatus.Open, ct);
        return new Found(since, rules.DueAfter(since), rules.MonthsBetween, last is null, isCalled) { IsOver = rules.DueAfter(since) <= today };
    }

    /// <param name="Since">The last session with quorum, or the installation.</param>
    /// <param name="IsFirst">None was ever held.</param>
    /// <param name="IsCalled">One is called already.</param>
    public sealed record Found(DateOnly Since, DateOnly DueOn, int Months, bool IsFirst, bool IsCalled)
    {
        public bool IsOver { get; init; }

        /// <summary>The time is over, and nobody was called.</summary>
        public bool IsMissing => IsOver && !IsCalled;
    }
}
