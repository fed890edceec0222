using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Security;

/// <summary>How somebody who proved who they are comes in: at once, or by a second step.</summary>
public sealed class Entering(
    SignInManager<Person> door, UserManager<Person> people, BeginSignIn begin, EndSignIns end, SecondFactorRule rule, TenantContext tenant, IHttpContextAccessor accessor)
{
    /// <summary>A password was right; the second step has so long.</summary>
    public static readonly TimeSpan StepLifetime = TimeSpan.FromMinutes(10);

    private HttpContext Http => accessor.HttpContext!;

    /// <param name="secondFactor">Whether more than a password was proved.</param>
    /// <returns>False where the second step comes first: <see cref="WaitingAsync"/> knows for whom.</returns>
    public async Task<bool> EnterAsync(Person person, bool secondFactor, CancellationToken ct)
    {
        if (!secondFactor && person.TwoFactorEnabled && rule.IsAsked)
        {
            await Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, await door.CreateUserPrincipalAsync(person));
            return false;
        }

        // Whoever signs in again in the same browser is not there twice.
        if (Http.Features.Get<CheckSignIn.Found>() is { } before)
        {
            await end.ExecuteAsync(person.Id, before.Id, ct);
        }

        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        var device = Device.Of(Http.Request.Headers.UserAgent);
        await SignInAsync(person, await begin.ExecuteAsync(person.Id, device, secondFactor, ct));
        return true;
    }

    /// <summary>Who proved a password here a moment ago and is asked for more; null: nobody.</summary>
    public async Task<Person?> WaitingAsync()
    {
        var ticket = await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return ticket.Principal is { } principal && PersonPrincipal.IsOf(principal, tenant)
            && await people.GetUserAsync(principal) is { } person && await door.ValidateSecurityStampAsync(person, PersonPrincipal.StampOf(principal))
                ? person
                : null;
    }

    /// <summary>Goes on in this sign-in after the password changed, and ends the others.</summary>
    public async Task RenewAsync(Person person, CancellationToken ct)
    {
        var here = Http.Features.GetRequiredFeature<CheckSignIn.Found>().Id;
        await end.AllButAsync(person.Id, here, ct);
        await RefreshAsync(person);
    }

    /// <summary>The cookie says what the account says now.</summary>
    public Task RefreshAsync(Person person) => SignInAsync(person, Http.Features.GetRequiredFeature<CheckSignIn.Found>().Id);

    public async Task LeaveAsync(Guid personId, CancellationToken ct)
    {
        if (Http.Features.Get<CheckSignIn.Found>() is { } here)
        {
            await end.ExecuteAsync(personId, here.Id, ct);
        }

        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private Task SignInAsync(Person person, Guid signIn) =>
        door.SignInWithClaimsAsync(person, isPersistent: false, [new Claim(PersonPrincipal.SignInClaim, signIn.ToString("D", CultureInfo.InvariantCulture))]);
}
