using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>Where every form of the back office sends what is being typed into it. Each person reaches their own drafts only.</summary>
[Requires(Right.EnterBackOffice)]
public sealed class DraftModel(
    KeepFormDraft keep, DiscardFormDraft discard, CurrentPerson me, TenantContext tenant, TimeProvider clock, IStringLocalizer<PlanWords> words) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/gestion");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var sent = Request.Form;
        var fields = sent.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.OfType<string>().ToArray());
        var refusal = await keep.ExecuteAsync(
            me.Id,
            sent[FormKeeping.FormName].ToString(),
            sent[FormKeeping.SubjectName].ToString(),
            sent[FormKeeping.RevisionName].ToString(),
            fields,
            ct);
        return refusal is null
            ? Content(words["Kept_At", tenant.Current.LocalTime(clock.GetUtcNow()).ToString("HH:mm", CultureInfo.InvariantCulture)])
            : BadRequest();
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        await discard.ExecuteAsync(me.Id, Request.Form[FormKeeping.FormName].ToString(), Request.Form[FormKeeping.SubjectName].ToString(), ct);
        var back = Request.Form[FormKeeping.BackName].ToString();
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/gestion");
    }
}
