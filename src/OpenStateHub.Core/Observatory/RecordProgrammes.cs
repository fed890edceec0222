using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>Records programmes and their members as the sources tell them, in the national scope. Safe to repeat.</summary>
public sealed class RecordProgrammes(HubDbContext db, RecountMembers recount)
{
    public sealed record Member(string Programme, TenantId Place, DateOnly From, bool FromIsBound, DateOnly? Until, string Source);

    public async Task ExecuteAsync(IReadOnlyList<Programme> programmes, IReadOnlyList<Member> members, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = await db.Programmes.ToDictionaryAsync(p => p.Code, ct);

        foreach (var programme in programmes)
        {
            if (known.TryGetValue(programme.Code, out var before))
            {
                (before.TitleEs, before.TitleEn, before.IsLocalExercise) = (programme.TitleEs, programme.TitleEn, programme.IsLocalExercise);
            }
            else
            {
                db.Programmes.Add(programme);
            }
        }

        var recorded = await db.ProgrammeMemberships.ToDictionaryAsync(m => (m.Programme, m.TenantId, m.FromOn), ct);

        foreach (var member in members)
        {
            if (recorded.TryGetValue((member.Programme, member.Place, member.From), out var before))
            {
                (before.FromIsBound, before.UntilOn, before.Source) = (member.FromIsBound, member.Until, member.Source);
            }
            else
            {
                db.ProgrammeMemberships.Add(new ProgrammeMembership
                {
                    Programme = member.Programme,
                    TenantId = member.Place,
                    FromOn = member.From,
                    FromIsBound = member.FromIsBound,
                    UntilOn = member.Until,
                    Source = member.Source,
                });
            }
        }

        await db.SaveChangesAsync(ct);

        if (members.Count > 0)
        {
            await recount.ExecuteAsync([.. members.Select(m => m.Place).Distinct()], members.Min(m => m.From), ct);
        }

        await transaction.CommitAsync(ct);
    }
}
