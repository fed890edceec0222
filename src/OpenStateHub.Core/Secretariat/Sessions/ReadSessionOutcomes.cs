using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>What a session decided and agreed, for its minutes.</summary>
public sealed class ReadSessionOutcomes(HubDbContext db)
{
    public async Task<Found> ExecuteAsync(Guid sessionId, CancellationToken ct)
    {
        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => decision.SessionId == sessionId)
            .OrderBy(decision => decision.OpenedAt).ThenBy(decision => decision.Id)
            .ToListAsync(ct);
        var agreements = await db.Agreements.AsNoTracking()
            .Where(agreement => agreement.SessionId == sessionId)
            .OrderBy(agreement => agreement.Id)
            .ToListAsync(ct);
        return new Found(
            decisions.ConvertAll(decision => new DecisionRow(decision.AgendaItemId, decision.Title, decision.Text, decision.Outcome, [.. VotesOf(decision)])),
            agreements.ConvertAll(agreement => new AgreementRow(agreement.Number.Value, agreement.Text, agreement.Responsible, agreement.DueOn)));
    }

    private static IEnumerable<SectorVote> VotesOf(Decision decision) =>
        new (Sector Sector, VoteChoice? Vote)[]
        {
            (Sector.Government, decision.GovernmentVote), (Sector.CivilSociety, decision.CivilSocietyVote), (Sector.Guarantor, decision.GuarantorVote),
        }
        .Where(cast => cast.Vote is not null)
        .Select(cast => new SectorVote(cast.Sector, cast.Vote!.Value));

    public sealed record Found(IReadOnlyList<DecisionRow> Decisions, IReadOnlyList<AgreementRow> Agreements);

    /// <param name="Votes">One a sector; none while it is open.</param>
    public sealed record DecisionRow(Guid? AgendaItemId, string Title, string Text, DecisionOutcome Outcome, IReadOnlyList<SectorVote> Votes);

    public sealed record SectorVote(Sector Sector, VoteChoice Choice);

    public sealed record AgreementRow(string Number, string Text, string? Responsible, DateOnly? DueOn);
}
