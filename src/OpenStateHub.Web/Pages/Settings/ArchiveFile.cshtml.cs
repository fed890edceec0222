using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>The file itself.</summary>
[LocalOnly]
[Requires(Right.ManageSettings)]
[ResponseCache(NoStore = true)]
public sealed class ArchiveFileModel(ListExports list, TenantContext tenant) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await list.FileAsync(id, ct) is { } path ? PhysicalFile(path, "application/zip", $"{tenant.Current.Slug}.zip") : NotFound();
}
