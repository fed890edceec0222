using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What needs you now.</summary>
[Requires(Right.EnterBackOffice)]
public sealed class IndexModel(ListOpenMatters list, CurrentPerson me, IStringLocalizer<AccountWords> words) : PageModel
{
    public Actor Actor { get; private set; } = null!;

    public bool MayManagePeople { get; private set; }

    public IReadOnlyList<Matter> Matters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Actor = await me.ActorAsync(ct);
        MayManagePeople = await me.MayAsync(Right.ManagePeople, ct);

        var mayEdit = await me.MayAsync(Right.EditPlans, ct);
        var grants = await me.GrantsAsync(ct);
        var onlyOwner = grants.Where(grant => grant.Role.May(Right.EnterBackOffice)).All(grant => grant.Role is Role.ActivityOwner);
        var found = await list.ExecuteAsync(
            mayEdit, onlyOwner ? [.. grants.Select(grant => grant.ScopeId).OfType<Guid>()] : null, ct);
        Matters = [.. found.Late.Select(Of), .. found.Plans.Select(Of)];
    }

    private Matter Of(ListOpenMatters.LateRow late) => new(
        "late", "exclamation-triangle-fill", late.Commitment,
        late.Count == 1 ? words["Matter_LateOne", Dates.Words(late.DueOn)] : words["Matter_LateMany", late.Count, Dates.Words(late.DueOn)],
        $"/compromisos/{late.CommitmentSlug}");

    private Matter Of(ListOpenMatters.PlanRow plan) => new(
        "going", "hourglass-split", plan.Title,
        plan.Missing == 0 ? words[$"Matter_PlanReady_{plan.Status}"] : words[$"Matter_PlanLacks_{plan.Status}", plan.Missing],
        null);

    /// <param name="Href">Where something can be done about it; null where no page does yet.</param>
    public sealed record Matter(string Tone, string Icon, string What, string Why, string? Href);
}
