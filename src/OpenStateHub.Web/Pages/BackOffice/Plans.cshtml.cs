using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>The place's plans, and what comes next for each.</summary>
[Requires(Right.EditPlans)]
public sealed class PlansModel(ListPlanWork list) : PageModel
{
    public IReadOnlyList<ListPlanWork.Row> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Plans = await list.ExecuteAsync(ct);
}
