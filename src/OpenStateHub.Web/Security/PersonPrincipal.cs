using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Security;

/// <summary>
/// What a cookie says: who, of which tenant, and in which of their sign-ins. No roles: those are read anew at each request, so that an ended one ends at once.
/// All hosts share the protection keys, so only the tenant in the principal keeps a cookie at its own host.
/// </summary>
public sealed class PersonPrincipal(TenantContext tenant, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    public const string SignInClaim = "sign-in";

    private const string TenantClaim = "tenant";

    public Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var names = options.Value.ClaimsIdentity;
        return Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(names.UserIdClaimType, user.Id.ToString("D", CultureInfo.InvariantCulture)),
                new Claim(names.UserNameClaimType, user.Name),
                new Claim(names.SecurityStampClaimType, user.SecurityStamp!),
                new Claim(TenantClaim, tenant.Current.Id.ToString()),
            ],
            IdentityConstants.ApplicationScheme, names.UserNameClaimType, names.RoleClaimType)));
    }

    public static bool IsOf(ClaimsPrincipal principal, TenantContext tenant) => tenant.IdOrNull is { } id && principal.FindFirstValue(TenantClaim) == id.ToString();

    public static string? StampOf(ClaimsPrincipal principal) => principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);

    /// <summary>Nobody is known on a page that is kept: what it says about one reader would be shown to the next.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var tenant = http.RequestServices.GetRequiredService<TenantContext>();

        // The page that says what went wrong asks nobody: the database may be what is away.
        if (!IsOf(context.Principal!, tenant) || IsForEverybody(http.GetEndpoint()) || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal();
        }
        else if (await CheckAsync(context.Principal!, http) is { } found)
        {
            http.Features.Set(found);
        }
        else
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static async Task<CheckSignIn.Found?> CheckAsync(ClaimsPrincipal principal, HttpContext http) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
        && Guid.TryParse(principal.FindFirstValue(SignInClaim), out var signIn)
        && StampOf(principal) is { } stamp
            ? await http.RequestServices.GetRequiredService<CheckSignIn>().ExecuteAsync(signIn, person, stamp, http.RequestAborted)
            : null;

    private static bool IsForEverybody(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<CachedPageAttribute>() is not null || endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
