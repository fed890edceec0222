using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Life;

/// <summary>The file itself.</summary>
[NationalOnly]
[Requires(Right.ExportPlaces)]
[ResponseCache(NoStore = true)]
public sealed class ArchiveFileModel(HostMap hosts, PlaceExports exports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) =>
        hosts.BySlug(slug) is { IsServed: true, IsNational: false } place && await exports.FileAsync(place, id, ct) is { } path
            ? PhysicalFile(path, "application/zip", $"{slug}.zip")
            : NotFound();
}
