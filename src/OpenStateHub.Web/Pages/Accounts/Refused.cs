using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Accounts;

/// <summary>Puts a rule's "no" beside its field, in the reader's language.</summary>
internal static class Refused
{
    public static void Refuse(this ModelStateDictionary state, Refusal refusal, IStringLocalizer<AccountWords> words)
    {
        var name = refusal.Field ?? "";
        state.AddModelError(state.Keys.FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name, words[$"Refusal_{refusal.Code}"]);
    }
}
