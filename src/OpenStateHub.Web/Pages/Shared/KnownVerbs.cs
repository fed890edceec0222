using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>A page asked by a verb that it does not know answers 405; else it would be rendered without having read anything.</summary>
public sealed class KnownVerbs : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    /// <summary>The page of the errors has no handler, and serves every verb.</summary>
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context is { HandlerMethod: null, HandlerInstance: not ErrorModel })
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
