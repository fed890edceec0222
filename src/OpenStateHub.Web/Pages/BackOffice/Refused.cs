using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>Says a rule's "no" about a plan in the reader's language.</summary>
internal static class Refused
{
    public static string Of(this IStringLocalizer<RefusalWords> words, Refusal refusal) => words[$"Refusal_{refusal.Code}", refusal.Detail ?? ""];

    /// <param name="fields">The refusal's field and the input that stands for it on this form; a field that the form has not goes to the whole form.</param>
    public static void Refuse(this ModelStateDictionary state, Refusal refusal, IStringLocalizer<RefusalWords> words, IReadOnlyDictionary<string, string> fields) =>
        state.AddModelError(refusal.Field is { } field ? fields.GetValueOrDefault(field, "") : "", words.Of(refusal));
}
