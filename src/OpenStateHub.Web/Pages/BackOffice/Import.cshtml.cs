using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans.Sheets;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>A plan from a spreadsheet: the template, what its columns mean, and the check that comes before anything is written.</summary>
[Requires(Right.EditPlans)]
public sealed class ImportModel(ImportPlan import, IStringLocalizer<PlanWords> words) : PageModel
{
    public const int MostBytes = 2 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    public IReadOnlyList<SheetError> Wrong { get; private set; } = [];

    public void OnGet()
    {
        // The page asks for a file; nothing is read before it comes.
    }

    public FileContentResult OnGetTemplate() => File(SheetTemplate.Bytes, "text/csv; charset=utf-8", "plan.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Sheet is not { Length: > 0 } || Sheet.Length > MostBytes)
        {
            ModelState.AddModelError(nameof(Sheet), Sheet is { Length: > MostBytes } ? words["Import_TooBig"] : words["Import_NoFile"]);
            return Page();
        }

        using var content = new MemoryStream((int)Sheet.Length);
        await Sheet.CopyToAsync(content, ct);
        var result = await import.ExecuteAsync(content.ToArray(), ct);

        if (result.Slug is { } slug)
        {
            return LocalRedirect(Languages.Keep($"/gestion/plan/{slug}"));
        }

        Wrong = result.Errors;
        ModelState.AddModelError(nameof(Sheet), words["Import_Wrong", Wrong.Count]);
        return Page();
    }
}
