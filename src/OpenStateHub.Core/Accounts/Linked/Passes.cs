using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>Writes and reads passes.</summary>
public sealed class Passes(IDataProtectionProvider protection, TenantContext tenant, TimeProvider clock)
{
    public static readonly TimeSpan HopLifetime = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector protector = protection.CreateProtector("linked accounts");

    /// <param name="from">Who it is written for, at this place.</param>
    public string Write(PassKind kind, Person from, TenantId toPlace, Guid? toPerson, bool secondFactor) =>
        Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Pass(
            kind, Guid.CreateVersion7(), tenant.Current.Id.Value, from.Id, from.Name, toPlace.Value, toPerson, secondFactor,
            clock.GetUtcNow() + (kind is PassKind.Hop ? HopLifetime : LinkLifetime)))));

    /// <returns>Null where it is none, too old, of another kind, or meant for another place.</returns>
    public Pass? Read(string? text, params ReadOnlySpan<PassKind> kinds) =>
        Open(text) is { } pass && kinds.Contains(pass.Kind) && pass.ToPlace == tenant.Current.Id.Value && pass.FromPlace != pass.ToPlace && clock.GetUtcNow() < pass.ExpiresAt
            ? pass
            : null;

    private Pass? Open(string? text)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Pass>(protector.Unprotect(Base64Url.DecodeFromChars(text)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
