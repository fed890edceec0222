using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>Protects secrets by the keys of the cookies. What was protected for one person of one place is nothing for another.</summary>
public sealed class AuthenticatorSecret(IDataProtectionProvider protection, TenantContext tenant)
{
    public string Protect(Guid personId, byte[] secret) => Convert.ToBase64String(For(personId).Protect(secret));

    /// <returns>Null where it was not protected here for this person.</returns>
    public byte[]? Read(Guid personId, string text)
    {
        var kept = new byte[text.Length];

        if (!Convert.TryFromBase64String(text, kept, out var length))
        {
            return null;
        }

        try
        {
            return For(personId).Unprotect(kept[..length]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid personId) => protection.CreateProtector("authenticator", tenant.Current.Id.ToString(), personId.ToString());
}
