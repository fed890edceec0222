using Microsoft.AspNetCore.Identity;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>Keeps a passkey that the person's device just made.</summary>
public sealed class AddPasskey(HubDbContext db, UserManager<Person> people, FactorKeeping keeping)
{
    public const int LongestName = 60;
    public const int Most = 10;

    /// <returns>New recovery codes, where the person had none.</returns>
    public async Task<(Refusal? Refusal, IReadOnlyList<string> Codes)> ExecuteAsync(Person person, Guid signInId, UserPasskeyInfo passkey, string? name, CancellationToken ct)
    {
        var clean = name?.Trim() ?? "";

        if (clean.Length is 0 or > LongestName)
        {
            return (AccountRefusals.PasskeyNameMalformed, []);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if ((await people.GetPasskeysAsync(person)).Count >= Most)
        {
            return (AccountRefusals.TooManyPasskeys, []);
        }

        passkey.Name = clean;
        var added = await people.AddOrUpdatePasskeyAsync(person, passkey);

        if (!added.Succeeded)
        {
            return (AccountRefusals.PasskeyRefused, []);
        }

        var codes = await keeping.AddedAsync(person.Id, signInId, ct);
        await transaction.CommitAsync(ct);
        return (null, codes);
    }
}
