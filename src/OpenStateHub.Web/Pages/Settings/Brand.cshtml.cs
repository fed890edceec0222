using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>The colour of a place's pages and the mark in their head.</summary>
[Requires(Right.ManageSettings)]
public sealed class BrandModel(
    FindSettings find, ChangeBrand change, ReplaceLogo replace, RemoveLogo remove, FindFace faces, TenantContext tenant, TenantGenerations generations,
    IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const string Here = "/gestion/ajustes/imagen";

    [BindProperty]
    public string? Accent { get; set; }

    /// <summary>The legible colour that the form offered, taken with one click.</summary>
    [BindProperty]
    public string? Nearest { get; set; }

    /// <summary>Only show how it looks.</summary>
    [BindProperty]
    public bool Preview { get; set; }

    /// <summary>What the form was written on: a colour that somebody else saved since is not lost unseen.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public IFormFile? LogoFile { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsSaved => Done == SettingsForms.Saved;

    public LogoMark? Logo { get; private set; }

    public string PlaceName => tenant.Current.Name;

    /// <summary>The colour of the preview: what was typed, or the nearest that can be read.</summary>
    public string Shown => Core.Tenancy.Settings.Accent.NearestLegible(Colour.From(Accent) ?? Core.Tenancy.Settings.Accent.Standard).ToString();

    /// <summary>The nearest legible colour; null where what was typed is no colour, or can be read.</summary>
    public string? Offered => Colour.From(Accent) is { } typed && !Core.Tenancy.Settings.Accent.IsLegible(typed) ? Shown : null;

    /// <summary>What somebody else saved meanwhile; null where nobody did.</summary>
    public string? Theirs { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var brand = (await find.ExecuteAsync(ct)).Brand;
        (Accent, Revision) = (brand.Accent ?? Core.Tenancy.Settings.Accent.Standard.ToString(), brand.Revision);
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(ct);
        }

        var chosen = Nearest ?? Accent;
        var refusal = Preview ? new Brand().Change(chosen) : await change.ExecuteAsync(chosen, Revision, ct);

        if (refusal == SettingsRefusals.ChangedMeanwhile)
        {
            var now = (await find.ExecuteAsync(ct)).Brand;
            (Theirs, Revision) = (now.Accent ?? Core.Tenancy.Settings.Accent.Standard.ToString(), now.Revision);
        }

        return Preview || refusal is not null ? await RefuseAsync(refusal, ct) : Saved();
    }

    public async Task<IActionResult> OnPostLogoAsync(CancellationToken ct)
    {
        if (LogoFile is { Length: > Core.Tenancy.Settings.Logo.MaxBytes })
        {
            return await RefuseLogoAsync(SettingsRefusals.LogoTooHeavy, ct);
        }

        using var content = new MemoryStream();
        await (LogoFile?.CopyToAsync(content, ct) ?? Task.CompletedTask);
        return await replace.ExecuteAsync(content.ToArray(), ct) is { } refusal ? await RefuseLogoAsync(refusal, ct) : Saved();
    }

    public async Task<IActionResult> OnPostRemoveLogoAsync(CancellationToken ct)
    {
        await remove.ExecuteAsync(ct);
        return Saved();
    }

    private LocalRedirectResult Saved()
    {
        // The notice reaches every node; the page that this person is led to must not be older than it.
        generations.Raise(tenant.Current.Id);
        return LocalRedirect(Languages.Keep($"{Here}?hecho={SettingsForms.Saved}"));
    }

    private async Task<IActionResult> RefuseLogoAsync(Refusal refusal, CancellationToken ct)
    {
        var brand = (await find.ExecuteAsync(ct)).Brand;
        (Accent, Revision) = (brand.Accent ?? Core.Tenancy.Settings.Accent.Standard.ToString(), brand.Revision);
        return await RefuseAsync(refusal with { Field = nameof(LogoFile) }, ct);
    }

    private Task<IActionResult> RefuseAsync(Refusal? refusal, CancellationToken ct)
    {
        if (refusal is not null)
        {
            ModelState.Refuse(refusal, reasons);
        }

        return ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Logo = (await faces.ExecuteAsync(ct)).Logo;
        return Page();
    }
}
