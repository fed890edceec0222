using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Privacy;

/// <summary>Which data are asked for, what for, and until when they are kept: the place's own notice, or the template until it adopts one.</summary>
[CachedPage("version")]
public sealed class NoticeModel(FindNotice find) : PageModel
{
    [BindProperty(Name = "version", SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>Null: the template stands.</summary>
    public PlaceNotice? Own { get; private set; }

    public IReadOnlyList<FindNotice.Adopted> Versions { get; private set; } = [];

    public bool IsEarlier => Own is { } own && own.Version != Versions[0].Version;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Versions = await find.ListAsync(ct);
        Own = Versions.Count == 0 ? null : await find.ExecuteAsync(Version, ct);
        return Version is null || Own is not null ? Page() : NotFound();
    }
}
