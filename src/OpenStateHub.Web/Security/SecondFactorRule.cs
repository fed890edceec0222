using OpenStateHub.Core.Accounts;

namespace OpenStateHub.Web.Security;

/// <summary>Whoever administers a place or the platform proves more than a password; whoever set up a second factor is asked for it.</summary>
/// <param name="isAsked">Not where the demonstration is: everybody has its passwords, and whoever set up a factor there would lock out the others.</param>
public sealed class SecondFactorRule(Func<bool> isAsked)
{
    public const string Path = "/cuenta/segundo-factor";

    public bool IsAsked => isAsked();

    public bool IsDemandedOf(IEnumerable<RoleGrant> grants) =>
        IsAsked && grants.Any(grant => grant.Role is Role.Administrator or Role.PlatformOperator or Role.NationalMonitor);
}
