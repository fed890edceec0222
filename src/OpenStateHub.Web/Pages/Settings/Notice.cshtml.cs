using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>The place's own notice of privacy: filled in from the template, looked at, and adopted as the next version.</summary>
[Requires(Right.ManageSettings)]
public sealed class NoticeModel(
    FindNotice find, FindSettings settings, AdoptNotice adopt, FormKeeping keeping, CurrentPerson me, TenantContext tenant, TimeProvider clock,
    IStringLocalizer<NoticeWords> words, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const string Here = "/gestion/ajustes/aviso-de-privacidad";
    private const string FormName = "notice";

    [BindProperty]
    public NoticeForm Form { get; set; } = new();

    /// <summary>The version that the form was written on; 0 before the first.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Only show how it looks.</summary>
    [BindProperty]
    public bool Preview { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public KeptForm Kept { get; private set; } = null!;

    /// <summary>How it would look; null where nobody asked, or it is not whole.</summary>
    public PlaceNotice? Shown { get; private set; }

    public PlaceNotice? InForce { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        InForce = await find.ExecuteAsync(null, ct);
        Seen = InForce?.Version ?? 0;
        Kept = await keeping.OpenAsync(FormName, "", $"{Seen}", ct);
        Form = InForce is { } notice ? NoticeForm.Of(notice) : NoticeForm.Proposed((await settings.ExecuteAsync(ct)).Wording, words);

        if (Kept.Typed is { } typed)
        {
            Form = new NoticeForm();
            await TryUpdateModelAsync(Form, nameof(Form), typed);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        InForce = await find.ExecuteAsync(null, ct);
        Kept = keeping.Sent(FormName, "");

        if (Preview)
        {
            (Shown, var wrong) = PlaceNotice.From(Form.Input, Seen + 1, tenant.Current.Today(clock));
            return Refuse(wrong);
        }

        await me.ActAsync(ct);
        var refusals = await adopt.ExecuteAsync(Form.Input, Seen, ct);

        if (refusals.Count > 0)
        {
            return Refuse(refusals);
        }

        await keeping.ForgetAsync(Kept, ct);
        return LocalRedirect(Languages.Keep($"{Kept.SavedAddress(Here)}&hecho={SettingsForms.Saved}"));
    }

    private PageResult Refuse(IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            var field = refusal.Field is { } said ? $"{char.ToUpperInvariant(said[0])}{said[1..]}" : null;
            ModelState.AddModelError(
                field is null ? "" : $"{nameof(Form)}.{field}",
                reasons.Of(field is null || refusal.Detail is not null ? refusal : refusal with { Detail = words[$"Field_{field}"] }));
        }

        return Page();
    }
}
