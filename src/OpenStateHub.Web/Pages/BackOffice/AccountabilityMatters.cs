using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Pages.Tracking.Duties;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What of giving account needs an administrator now: sessions that nobody told of yet, and duties that are overdue or soon will be.</summary>
public sealed class AccountabilityMatters(
    ReadDuties duties, ListPresentations presentations, CurrentPerson me, TenantContext tenant, TimeProvider clock, DutySentences sentences,
    IStringLocalizer<DutyWords> words, IStringLocalizer<PresentationWords> sessions) : IMatters
{
    public async Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct) => await me.MayAsync(Right.EditPlans, ct)
        ? [.. Untold(await presentations.ExecuteAsync(ct)), .. Pressing((await duties.ExecuteAsync(ct)).On(tenant.Current.Today(clock)))]
        : [];

    private IEnumerable<Waiting> Untold(IReadOnlyList<PresentationRow> rows) =>
        from row in rows
        let shown = row.Presentation
        where shown.Status is PresentationStatus.Announced && (shown.EndsAt ?? shown.StartsAt) <= clock.GetUtcNow()
        select new Waiting("going", "hourglass-split", shown.Title, sessions["Matter_Untold"], $"/gestion/rendicion-de-cuentas/resultado?sesion={shown.Id}");

    /// <summary>One line a duty, of however many plans or commitments it is due.</summary>
    private IEnumerable<Waiting> Pressing(IReadOnlyList<DutyStanding> standings) =>
        from duty in standings.Where(s => s.State is DutyState.Overdue or DutyState.DueSoon).GroupBy(s => s.Rule.Code)
        let first = duty.MinBy(s => s.DueOn)!
        select new Waiting(
            first.State is DutyState.Overdue ? "late" : "going", first.State is DutyState.Overdue ? "exclamation-triangle-fill" : "hourglass-split",
            words[$"Duty_{duty.Key}"], sentences.Standing(first), "/gestion/obligaciones");
}
