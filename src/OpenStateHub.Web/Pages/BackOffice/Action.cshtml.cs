using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>The title of one action.</summary>
[Requires(Right.EditPlans)]
public sealed class ActionModel(FindCommitmentParts find, ReviseAction revise, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["title"] = nameof(Title) };

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>The revision that the person saw.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public FindCommitmentParts.Result Commitment { get; private set; } = null!;

    /// <summary>What others saved while this form was open; null where nobody did.</summary>
    public string? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (await LoadAsync(slug, commitmentSlug, id, ct) is not { } action)
        {
            return NotFound();
        }

        (Title, Revision) = (action.Title, action.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (await LoadAsync(slug, commitmentSlug, id, ct) is null)
        {
            return NotFound();
        }

        if (await PlanEditing.TryAsync(() => revise.ExecuteAsync(id, Revision, Title ?? "", ct)) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(Commitment.Address("acciones")));
        }

        ModelState.Refuse(refusal, reasons, Fields);

        if (refusal == PlanRefusals.ChangedMeanwhile && await LoadAsync(slug, commitmentSlug, id, ct) is { } now)
        {
            // Who has read both and saves again, decides.
            ModelState.Remove(nameof(Revision));
            (Theirs, Revision) = (now.Title, now.Revision);
        }

        return Page();
    }

    private async Task<FindCommitmentParts.ActionPart?> LoadAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, commitmentSlug, ct) is not { } found)
        {
            return null;
        }

        Commitment = found;
        return found.Actions.FirstOrDefault(a => a.Id == id);
    }
}
