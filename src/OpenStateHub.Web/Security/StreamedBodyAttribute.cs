using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace OpenStateHub.Web.Security;

/// <summary>The page reads the body of its request by itself, as it comes: model binding would first take in all of it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamedBodyAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var sources = context.ValueProviderFactories;
        sources.RemoveType<FormValueProviderFactory>();
        sources.RemoveType<FormFileValueProviderFactory>();
        sources.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // Nothing is left to undo.
    }
}
