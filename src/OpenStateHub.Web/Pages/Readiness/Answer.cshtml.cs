using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Onboarding.Readiness;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Readiness;

/// <summary>The questionnaire; each time it is answered anew, beside what was answered before.</summary>
[LocalOnly]
[Requires(Right.ManageSettings)]
public sealed class AnswerModel(AnswerReadiness answer, IStringLocalizer<ReadinessWords> words, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    /// <summary>By the code of the question.</summary>
    [BindProperty]
    public Dictionary<string, int?> Answers { get; set; } = [];

    public void OnGet()
    {
        // The form asks; earlier answers do not colour the new ones.
    }

    public string? ErrorOf(Question question) => ModelState.GetValueOrDefault(NameOf(question.Code))?.Errors.FirstOrDefault()?.ErrorMessage;

    public static string NameOf(string code) => $"Answers[{code}]";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusals = await answer.ExecuteAsync(Answers, ct);

        foreach (var refusal in refusals)
        {
            ModelState.AddModelError(NameOf(refusal.Field!), reasons.Of(refusal with { Detail = words[$"Short_{refusal.Field}"] }));
        }

        return refusals.Count > 0 ? Page() : LocalRedirect(Languages.Keep(IndexModel.Address));
    }
}
