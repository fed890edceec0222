using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Files;

/// <summary>What everybody may know of a document that the place published, also when it is there no longer.</summary>
[CachedPage]
public sealed class DocumentModel(FindDocument find) : PageModel
{
    public FindDocument.Result Document { get; private set; } = null!;
    public Subject Subject { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        (Document, Subject) = (found, DocumentSubjects.Document(id));
        return Page();
    }
}
