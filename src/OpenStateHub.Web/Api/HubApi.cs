namespace OpenStateHub.Web.Api;

public static class HubApi
{
    public static void AddHubApi(this IServiceCollection services) => services.AddOpenApi();

    public static void MapHubApi(this WebApplication app) => app.MapOpenApi();
}
