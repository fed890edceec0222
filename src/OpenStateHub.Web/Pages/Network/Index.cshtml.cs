using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Network;

/// <summary>What places offer and need: of all on the national host, its own on a place's.</summary>
[CachedPage(KindName, TopicName, Pager.QueryName)]
public sealed class IndexModel(ListOffers list, TenantContext tenant) : PageModel
{
    public const string KindName = "que", TopicName = "tema";
    public const int PageSize = 50;

    public OfferKind? Kind { get; private set; }

    public Topic? Topic { get; private set; }

    public int PageNumber { get; private set; }

    public ListOffers.Found Found { get; private set; } = null!;

    public bool IsNational => tenant.Current.IsNational;

    public string PlaceName => tenant.Current.Name;

    public int Active => (Kind is null ? 0 : 1) + (Topic is null ? 0 : 1);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Asked.Choice<OfferKind>(Request.Query[KindName], out var kind) || !Asked.Choice<Topic>(Request.Query[TopicName], out var topic)
            || !Asked.PageNumber(Request.Query[Pager.QueryName], out var number))
        {
            return NotFound();
        }

        (Kind, Topic, PageNumber) = (kind, topic, number);
        Found = await list.ExecuteAsync(
            new ListOffers.Filter(kind, topic, IsNational ? null : tenant.Current.Id), (number - 1) * PageSize, PageSize, ct);
        return Found.Rows.Count == 0 && number > 1 ? NotFound() : Page();
    }
}
