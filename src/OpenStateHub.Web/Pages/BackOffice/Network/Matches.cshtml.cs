using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>Where a need of one place meets what another offers.</summary>
[NationalOnly]
[Requires(Right.Assist)]
public sealed class MatchesModel(ListMatches list) : PageModel
{
    public IReadOnlyList<ListMatches.TopicRow> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Topics = await list.ExecuteAsync(ct);
}
