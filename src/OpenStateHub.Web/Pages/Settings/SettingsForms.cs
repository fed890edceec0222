using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>What the forms of the settings share: an input is called as its refusal's field, with a capital.</summary>
internal static class SettingsForms
{
    /// <summary>What the address says after a form was saved.</summary>
    public const string Saved = "guardado";

    public static void Refuse(this ModelStateDictionary state, Refusal refusal, IStringLocalizer<RefusalWords> reasons) =>
        state.AddModelError(refusal.Field is { Length: > 0 } field ? char.ToUpperInvariant(field[0]) + field[1..] : "", reasons.Of(refusal));
}
