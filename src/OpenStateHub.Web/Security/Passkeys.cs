using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Security;

/// <summary>
/// What a browser is asked to prove, and whether it did. A passkey is made for the host, so for this place alone. What must be remembered between
/// question and answer travels in the form, protected.
/// </summary>
public sealed class Passkeys(
    IPasskeyHandler<Person> handler, UserManager<Person> people, IDataProtectionProvider protection, TenantContext tenant, TimeProvider clock, IHttpContextAccessor accessor)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private HttpContext Http => accessor.HttpContext!;

    private IDataProtector Protector => protection.CreateProtector("passkey", tenant.Current.Id.ToString());

    /// <param name="Options">For the browser, JSON.</param>
    /// <param name="State">For the answer's form.</param>
    public sealed record Question(string Options, string State);

    public async Task<Question> ToMakeAsync(Person person)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new() { Id = person.Id.ToString("D", CultureInfo.InvariantCulture), Name = person.Email!, DisplayName = person.Name }, Http);
        return new(made.CreationOptionsJson, Keep(made.AttestationState));
    }

    public async Task<Question> ToComeInAsync()
    {
        var made = await handler.MakeRequestOptionsAsync(null, Http);
        return new(made.RequestOptionsJson, Keep(made.AssertionState));
    }

    /// <returns>The passkey; null where it was not made as asked, by this person.</returns>
    public async Task<UserPasskeyInfo?> MadeAsync(Person person, string? answer, string? state)
    {
        if (string.IsNullOrEmpty(answer) || !IsJson(answer) || Read(state) is not { } kept)
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = Http, CredentialJson = answer, AttestationState = kept });
        return result.Succeeded && result.UserEntity.Id == person.Id.ToString("D", CultureInfo.InvariantCulture) ? result.Passkey : null;
    }

    /// <returns>Whose passkey answered; null: nobody's of this place.</returns>
    public async Task<Person?> CameAsync(string? answer, string? state)
    {
        if (string.IsNullOrEmpty(answer) || !IsJson(answer) || Read(state) is not { } kept)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = Http, CredentialJson = answer, AssertionState = kept });

        if (!result.Succeeded || await people.IsLockedOutAsync(result.User))
        {
            return null;
        }

        // How often it was used: a copy of it would lag behind.
        await people.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string Keep(string? state) => Protector.Protect($"{(clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} {state}");

    private string? Read(string? text)
    {
        try
        {
            var parts = Protector.Unprotect(text ?? "").Split(' ', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
