using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Privacy.Arco;

/// <summary>Another period for requests that come from now on: those that run keep their day.</summary>
public sealed class ChangeArcoTerms(HubDbContext db)
{
    public async Task<ArcoTerms> FindAsync(CancellationToken ct) => await db.ArcoTerms.AsNoTracking().SingleOrDefaultAsync(ct) ?? new ArcoTerms();

    public async Task<Refusal?> ExecuteAsync(int answerDays, int carryDays, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into arco_terms (id, answer_days, carry_days, revision) values ({Guid.CreateVersion7()}, {ArcoTerms.UsualAnswerDays}, {ArcoTerms.UsualCarryDays}, 0) on conflict do nothing",
            ct);
        var terms = await db.ArcoTerms.SingleAsync(ct);

        if (terms.Change(answerDays, carryDays) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
