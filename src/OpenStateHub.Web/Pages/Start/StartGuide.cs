using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using OpenStateHub.Core.Onboarding.Start;

namespace OpenStateHub.Web.Pages.Start;

/// <summary>
/// The pages that do the work of the guided start are those of everyday. Who comes to one from the guide carries <c>?inicio=</c> with the step, which
/// stays when a form leads on, so that the page can say what comes next.
/// </summary>
public sealed class StartGuide : IResultFilter
{
    public const string Address = "/gestion/inicio";

    private const string QueryName = "inicio";
    private const string Office = "/gestion";

    /// <summary>The step that somebody is at; null: they do not come from the guide.</summary>
    public static StartStep? Asked(HttpRequest request) =>
        Enum.TryParse<StartStep>(request.Query[QueryName], out var step) && Enum.IsDefined(step) ? step : null;

    /// <summary>An address of the office, with the step that the reader is at.</summary>
    public static string Keep(HttpRequest request, string address) =>
        Asked(request) is { } step ? QueryHelpers.AddQueryString(address, QueryName, step.ToString()) : address;

    /// <summary>Where the step is done.</summary>
    public static string AddressOf(StartFact step) => QueryHelpers.AddQueryString(PageOf(step), QueryName, step.Step.ToString());

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is LocalRedirectResult redirect && redirect.Url.StartsWith(Office, StringComparison.Ordinal))
        {
            redirect.Url = Keep(context.HttpContext.Request, redirect.Url);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // Where it leads was settled before.
    }

    private static string PageOf(StartFact step) => step.Step switch
    {
        StartStep.Institution => "/gestion/ajustes/nombres/agregar",
        StartStep.Brand => "/gestion/ajustes/imagen",
        StartStep.Words => "/gestion/ajustes/palabras",
        StartStep.PrivacyNotice => "/gestion/ajustes/aviso-de-privacidad",
        StartStep.Sectors when step.Missing is { } sector => $"/gestion/secretariado/asientos/agregar?sector={sector}",
        StartStep.Sectors => "/gestion/secretariado",
        StartStep.Guarantor => "/gestion/secretariado/asiento-del-garante",
        StartStep.People => "/gestion/personas/invitar",
        StartStep.Readiness => "/gestion/preparacion",
        StartStep.Declaration => "/gestion/secretariado/pasos/registrar?kind=JointDeclaration",
        StartStep.Installation => "/gestion/secretariado/pasos/registrar?kind=Installation",
        StartStep.Plan => "/gestion/plan/rapido",
        _ => Address,
    };
}
