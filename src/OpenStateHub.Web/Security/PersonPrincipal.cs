using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Security;

/// <summary>
/// What a cookie says: who, and of which tenant. No roles: those are read anew at each request, so that an ended one ends at once.
/// All hosts share the protection keys, so only the tenant in the principal keeps a cookie at its own host.
/// </summary>
public sealed class PersonPrincipal(TenantContext tenant, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
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

    /// <summary>Nobody is known on a page that is kept: what it says about one reader would be shown to the next.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var tenant = http.RequestServices.GetRequiredService<TenantContext>();
        var isOurs = tenant.IdOrNull is { } id && context.Principal!.FindFirstValue(TenantClaim) == id.ToString();

        // The page that says what went wrong asks nobody: the database may be what is away.
        if (!isOurs || IsForEverybody(http.GetEndpoint()) || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal();
        }
        else if (await http.RequestServices.GetRequiredService<SignInManager<Person>>().ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static bool IsForEverybody(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<CachedPageAttribute>() is not null || endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
