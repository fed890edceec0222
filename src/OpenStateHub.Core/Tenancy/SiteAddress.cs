namespace OpenStateHub.Core.Tenancy;

/// <summary>Where the site is reached as its settings say it, for links that no request leads to.</summary>
/// <param name="Domain">HUB_BASE_DOMAIN: the nation's own host, and the end of each place's.</param>
/// <param name="Port">HUB_PORT, said on this very machine only: any other domain is reached over HTTPS.</param>
public sealed record SiteAddress(string Domain, string Port)
{
    private const string Local = "localhost";

    public static SiteAddress From(Func<string, string?> setting) => new(setting("HUB_BASE_DOMAIN") ?? Local, setting("HUB_PORT") ?? "8080");

    public string At(string host, string path) => Domain == Local ? $"http://{host}:{Port}{path}" : $"https://{host}{path}";

    public string Place(string slug, string path) => At($"{slug}.{Domain}", path);
}
