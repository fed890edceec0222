using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Pages.Start;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>What the framework itself says of a form, in the reader's language.</summary>
public static class Forms
{
    public static void AddForms(this IServiceCollection services) =>
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<SharedWords>>(Speak);

    private static void Speak(MvcOptions options, IStringLocalizer<SharedWords> words)
    {
        options.Filters.Add(new KnownVerbs());
        options.Filters.Add(new StartGuide());

        // Each page says which of its fields it needs, in its own words.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, _) => words["Form_Invalid", value]);
        options.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["Form_Invalid", value]);
    }
}
