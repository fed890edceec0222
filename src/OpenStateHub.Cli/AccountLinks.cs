using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli;

/// <summary>Addresses of the site as an operator hands them over. The command line knows no request, only the settings of the site.</summary>
internal static class AccountLinks
{
    private static readonly SiteAddress Site = SiteAddress.From(Environment.GetEnvironmentVariable);

    public static string At(string slug, string path) => Site.Place(slug, path);
}
