using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Privacy.Office;

/// <summary>What people asked about their data, and by when it must be answered or done.</summary>
[Requires(Right.ManagePeople)]
public sealed class ListModel(ListArco list, TenantContext tenant, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ArcoRequest> Requests { get; private set; } = [];

    public DateOnly Today => tenant.Current.Today(clock);

    public async Task OnGetAsync(CancellationToken ct) => Requests = await list.ExecuteAsync(ct);
}
