using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Mine;

/// <summary>What is public carries the office, so another name changes nothing there.</summary>
public sealed class CorrectName(HubDbContext db)
{
    public async Task<Refusal?> ExecuteAsync(Guid personId, string? name, CancellationToken ct)
    {
        var clean = name?.Trim() ?? "";

        if (clean.Length is 0 or > Person.MaxNameLength)
        {
            return AccountRefusals.NameMalformed;
        }

        var person = await db.Users.SingleAsync(p => p.Id == personId, ct);
        person.Name = clean;
        await db.SaveChangesAsync(ct);
        return null;
    }
}
