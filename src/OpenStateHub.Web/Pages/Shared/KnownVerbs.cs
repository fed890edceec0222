using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OpenStateHub.Web.Pages.Shared;

/// <summary>A page asked to do something that it has no handler for answers 405; else it would be rendered as if nothing had been asked.</summary>
public sealed class KnownVerbs : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    /// <summary>The page of the errors has no handler, and serves every verb.</summary>
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var isRead = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);

        if (!isRead && context is { HandlerMethod: null, HandlerInstance: not ErrorModel })
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
