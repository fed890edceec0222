using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Secretariat.Decisions;

public static class DecisionSubjects
{
    public const string DecisionKind = "decision";
    public const string BallotKind = "ballot";

    public static Subject Decision(Guid id) => new(DecisionKind, id);

    /// <summary>The decision goes before it, whose page shows the vote.</summary>
    public static Subject Ballot(Guid decisionId, Guid seatId) => new(BallotKind, $"{decisionId}/{seatId}");
}

/// <summary>What happens to a decision in public, as the ledger says it.</summary>
public static class DecisionActs
{
    public const string Opened = "decision.opened";
    public const string BallotCast = "ballot.cast";
    public const string BallotChanged = "ballot.changed";
    public const string Passed = "decision.passed";
    public const string NotPassed = "decision.not-passed";
    public const string NoQuorum = "decision.no-quorum";
    public const string Held = "decision.held";

    public static string Of(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Passed => Passed,
        DecisionOutcome.NoQuorum => NoQuorum,
        DecisionOutcome.NotPassed => NotPassed,
        _ => throw new InvalidOperationException("An open decision has no outcome."),
    };
}

/// <summary>A decision: what is put to the vote and, once it is closed, its outcome with each sector's vote and the seats that were counted.</summary>
internal sealed class DecisionContents(HubDbContext db) : ISubjectContents
{
    public string Kind => DecisionSubjects.DecisionKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var decisions = await db.Decisions.AsNoTracking().Where(d => ids == null || ids.Contains(d.Id)).ToListAsync(ct);
        var counted = (await db.CountedSeats.AsNoTracking().Where(s => ids == null || ids.Contains(s.DecisionId)).OrderBy(s => s.SeatId).ToListAsync(ct))
            .ToLookup(s => s.DecisionId);
        return decisions.ConvertAll(d => new SubjectContent(
            DecisionSubjects.Decision(d.Id), d.Title, text => Write(text, d, counted[d.Id])) { IsDemonstration = d.IsDemonstration });
    }

    private static void Write(CanonicalText text, Decision decision, IEnumerable<CountedSeat> counted)
    {
        text.Field("session", decision.SessionId?.ToString())
            .Field("agenda item", decision.AgendaItemId?.ToString())
            .Field("matter", decision.Matter)
            .Field("subject", decision.Subject)
            .Words("title", decision.Title)
            .Words("text", decision.Text)
            .Words("terms", decision.Terms)
            .Field("rule", decision.Rule)
            .Words("responsible", decision.Responsible)
            .Field("due on", decision.DueOn)
            .Field("opened at", LedgerEntry.Instant(decision.OpenedAt))
            .Field("closes at", decision.ClosesAt is { } closes ? LedgerEntry.Instant(closes) : null)
            .Field("closed at", decision.ClosedAt is { } closed ? LedgerEntry.Instant(closed) : null)
            .Field("outcome", decision.Outcome)
            .Field("decided on", decision.DecidedOn)
            .Field("government vote", decision.GovernmentVote)
            .Field("civil society vote", decision.CivilSocietyVote)
            .Field("guarantor vote", decision.GuarantorVote)
            .Field("not applied", decision.NotApplied);

        foreach (var seat in counted)
        {
            text.Part("seat").Field("id", seat.SeatId.ToString()).Field("choice", seat.Choice);
        }
    }
}

/// <summary>The vote of one seat with its reason.</summary>
internal sealed class BallotContents(HubDbContext db) : ISubjectContents
{
    public string Kind => DecisionSubjects.BallotKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var pairs = keys?.Select(key => key.Split('/')).Select(ids => (Decision: Guid.Parse(ids[0]), Seat: Guid.Parse(ids[1]))).ToHashSet();
        var decisions = pairs?.Select(pair => pair.Decision).Distinct().ToList();
        var seats = pairs?.Select(pair => pair.Seat).Distinct().ToList();
        var ballots = await db.Ballots.AsNoTracking()
            .Where(b => decisions == null || (decisions.Contains(b.DecisionId) && seats!.Contains(b.SeatId)))
            .Join(db.Decisions, b => b.DecisionId, d => d.Id, (ballot, decision) => new { Ballot = ballot, decision.Title, decision.IsDemonstration })
            .ToListAsync(ct);
        return [.. ballots
            .Where(row => pairs is null || pairs.Contains((row.Ballot.DecisionId, row.Ballot.SeatId)))
            .Select(row => new SubjectContent(
                DecisionSubjects.Ballot(row.Ballot.DecisionId, row.Ballot.SeatId),
                row.Title,
                text => text
                    .Field("choice", row.Ballot.Choice)
                    .Words("reason", row.Ballot.Reason)
                    .Field("cast at", LedgerEntry.Instant(row.Ballot.CastAt))) { IsDemonstration = row.IsDemonstration })];
    }
}
