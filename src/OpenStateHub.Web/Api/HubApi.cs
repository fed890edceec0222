using System.Text.Json.Serialization;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>The open data of each host as JSON: anonymous, cached, for everybody's scripts. Additive within v1.</summary>
public static class HubApi
{
    public static void AddHubApi(this IServiceCollection services)
    {
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "OpenStateHub";
            document.Info.Description = "Open government in states and municipalities: plans, commitments, secretariats and national figures.";

            // Each address answers HEAD too, which would describe everything twice.
            foreach (var path in document.Paths.Values)
            {
                path.Operations?.Remove(HttpMethod.Head);
            }

            return Task.CompletedTask;
        }));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));

        // A bad value is the client's mistake in every environment: 400 and a problem, not a failure of ours.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddCors(options => options.AddDefaultPolicy(policy => policy.AllowAnyOrigin().WithMethods("GET", "HEAD")));
    }

    public static void MapHubApi(this WebApplication app)
    {
        app.MapOpenApi().WithMetadata(new CachedPageAttribute()).AnswerHead().AllowAnonymous();
        var api = app.MapGroup("/api/v1").RequireCors().AnswerHead().AddEndpointFilter<KnownValuesFilter>().AllowAnonymous();
        TenantEndpoints.Map(api);
        RoadmapEndpoints.Map(api);
        CutoffEndpoints.Map(api);
        PresentationEndpoints.Map(api);
        DutyEndpoints.Map(api);
        DecisionEndpoints.Map(api);
        LedgerEndpoints.Map(api);
        NationalEndpoints.Map(api);
    }
}
