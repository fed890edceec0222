using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>The site's own list of endpoints, and what to ask where an address names something.</summary>
public static partial class SiteEndpoints
{
    /// <summary>What exists on one host of the demonstration alone: the route, the host (null: the national one), and the values of its parameters.</summary>
    public static readonly IReadOnlyList<(string Route, string? Host, string Value)> OnlyThere =
    [
        ("compromisos/{slug}", "durango", "agua-limpia"),
        ("planes/{slug}", "san-luis-potosi", "2017-2018"),
        ("compromisos/{slug}/avisos.atom", "durango", "agua-limpia"),
        ("planes/{slug}/avisos.atom", "san-luis-potosi", "2017-2018"),
        ("planes/{slug}/versiones", "san-luis-potosi", "2017-2018"),
        ("planes/{slug}/version.txt", "san-luis-potosi", "2017-2018"),
        ("planes/{slug}/cortes", "san-luis-potosi", "2017-2018"),
        ("planes/{slug}/cortes/{on}", null, "2013-2015/2014-10-27"),
        ("planes/{slug}/cortes/{on}/informe.json", null, "2013-2015/2014-10-27"),
        ("planes/{slug}/cortes/{on}/informe.csv", null, "2013-2015/2014-10-27"),
        ("planes/{slug}/cambios.csv", "san-luis-potosi", "2017-2018"),
        ("planes/{slug}/cambios-diccionario.csv", "san-luis-potosi", "2017-2018"),
        ("gestion/plan/{slug}/cambios", "san-luis-potosi", "2017-2018"),
        ("gestion/plan/{slug}/cambios/motivo", "san-luis-potosi", "2017-2018"),
        ("compromisos/{slug}/cadena", "durango", "agua-limpia"),
        ("api/v1/plans/{slug}/versions", "san-luis-potosi", "2017-2018"),
        ("api/v1/plans/{slug}/changes", "san-luis-potosi", "2017-2018"),
        ("api/v1/commitments/{slug}/chain", "durango", "agua-limpia"),
        ("gestion/plan/{slug}", "san-luis-potosi", "2017-2018"),
        ("gestion/plan/{slug}/cortes", "san-luis-potosi", "2017-2018"),
        ("gestion/plan/{slug}/orden", "san-luis-potosi", "2017-2018"),
        ("gestion/plan/{slug}/eliminados", "san-luis-potosi", "2017-2018"),
        ("gestion/plan/{slug}/compromisos/{commitmentSlug}/actividades", "durango", "2015-2016/agua-limpia"),
        ("gestion/plan/{slug}/compromisos/{commitmentSlug}/acciones", "durango", "2015-2016/agua-limpia"),
        ("gestion/plan/{slug}/compromisos/{commitmentSlug}/pesos", "durango", "2015-2016/agua-limpia"),
        ("gestion/plan/{slug}/datos", "san-luis-potosi", "2017-2018"),
        ("gestion/plan/{slug}/ejes", "san-luis-potosi", "2017-2018"),
        ("gestion/plan/{slug}/compromisos/{commitmentSlug}", "durango", "2015-2016/agua-limpia"),
        ("gestion/plan/{slug}/convocatoria", "san-luis-potosi", "2017-2018"),
        ("gestion/compromisos/{slug}/responsables", "durango", "calidad-y-horario-del-agua"),
        ("entidades/{slug}", null, "durango"),
        ("indicadores/{code}", null, "plans.published"),
        ("api/v1/commitments/{slug}", "durango", "agua-limpia"),
        ("api/v1/metrics/{code}/history", null, "plans.published"),
        ("api/v1/metrics/{code}/tenants", null, "plans.published"),
    ];

    public static IEnumerable<RouteEndpoint> Of(HubSite site) =>
        site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    public static string RouteOf(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <param name="value">What stands for the parameters, with a slash between them; a single value stands for each.</param>
    public static string Address(string route, string value)
    {
        var values = new Queue<string>(value.Split('/'));
        return "/" + Parameter().Replace(route, found => found.Groups["first"] is { Success: true } word ? word.Value : values.Count > 1 ? values.Dequeue() : values.Peek());
    }

    // Where only some words are known to a route, the first of them.
    [GeneratedRegex(@"\{(\w+:regex\(\^\((?<first>\w+)|)[^}]+\}")]
    private static partial Regex Parameter();
}
