namespace OpenStateHub.Cli;

/// <summary>Addresses of the site as an operator hands them over. The command line knows no request, only the settings of the site.</summary>
/// <remarks>HUB_BASE_DOMAIN, and on the very machine HUB_PORT; any other domain is reached over HTTPS.</remarks>
internal static class AccountLinks
{
    private const string Local = "localhost";

    private static readonly string Domain = Environment.GetEnvironmentVariable("HUB_BASE_DOMAIN") ?? Local;
    private static readonly string Port = Environment.GetEnvironmentVariable("HUB_PORT") ?? "8080";

    public static string At(string slug, string path) =>
        Domain == Local ? $"http://{slug}.{Domain}:{Port}{path}" : $"https://{slug}.{Domain}{path}";
}
