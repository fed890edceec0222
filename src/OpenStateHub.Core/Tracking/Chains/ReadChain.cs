using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.Tracking.Chains;

/// <summary>
/// What was promised, changed, reported, shown, refused, confirmed and decided about one commitment, by which body and when, the latest first. Each link is
/// an entry of the ledger, with what its rows say of it.
/// </summary>
public sealed class ReadChain(HubDbContext db)
{
    /// <param name="commitmentId">Of a public plan.</param>
    /// <returns>Nothing where the place's ledger says nothing of it.</returns>
    public async Task<IReadOnlyList<ChainLink>> ExecuteAsync(Guid commitmentId, string slug, CancellationToken ct)
    {
        var activities = await db.Activities.AsNoTracking()
            .Where(a => a.CommitmentId == commitmentId)
            .Select(a => new { a.Id, a.Description, a.EndReasons })
            .ToDictionaryAsync(a => PlanSubjects.Activity(slug, a.Id).Key, ct);
        var changes = await ChangesAsync(commitmentId, ct);
        var decisions = await DecisionsAsync(slug, [.. changes.Values.Select(change => (Guid?)change.Id)], ct);
        var commitment = await db.Commitments.AsNoTracking()
            .Where(c => c.Id == commitmentId)
            .Select(c => new { c.WithdrawalReasons, c.WithdrawnBy, c.VerifiedBy })
            .SingleAsync(ct);
        string[] activityKeys = [.. activities.Keys];
        string[] changeKeys = [.. changes.Keys];
        string[] decisionKeys = [.. decisions.Keys];
        var entries = await db.LedgerEntries.AsNoTracking()
            .Where(e => (e.SubjectKind == PlanSubjects.CommitmentKind && e.SubjectKey == slug)
                || (e.SubjectKind == PlanSubjects.ActivityKind && activityKeys.Contains(e.SubjectKey))
                || (e.SubjectKind == PlanSubjects.ChangeKind && changeKeys.Contains(e.SubjectKey))
                || (e.SubjectKind == DecisionSubjects.DecisionKind && decisionKeys.Contains(e.SubjectKey)))
            .OrderBy(e => e.Sequence)
            .ToListAsync(ct);
        var reports = new ReportsInTurn((await db.ProgressReports.AsNoTracking()
                .Include(r => r.Evidence)
                .Include(r => r.Confirmations)
                .AsSplitQuery()
                .Where(r => db.Activities.Any(a => a.Id == r.ActivityId && a.CommitmentId == commitmentId))
                .OrderBy(r => r.Number)
                .ToListAsync(ct))
            .ToLookup(r => PlanSubjects.Activity(slug, r.ActivityId).Key));
        var links = new List<ChainLink>();

        foreach (var entry in entries)
        {
            var activity = activities.GetValueOrDefault(entry.SubjectKey);
            var link = new ChainLink
            {
                Entry = entry,
                Kind = KindOf(entry.Act),
                ActivityId = activity?.Id,
                Activity = activity?.Description,
                Change = changes.GetValueOrDefault(entry.SubjectKey),
                Decision = decisions.GetValueOrDefault(entry.SubjectKey),
                Agreement = entry.Act switch
                {
                    TrackingActs.CommitmentVerified => commitment.VerifiedBy?.Value,
                    PlanActs.CommitmentWithdrawn => commitment.WithdrawnBy?.Value,
                    _ => null,
                },
                Reasons = entry.Act switch
                {
                    PlanActs.CommitmentWithdrawn => commitment.WithdrawalReasons,
                    TrackingActs.Ended => activity?.EndReasons,
                    _ => null,
                },
            };
            links.Add(reports.Fill(link));
        }

        return Folded(links);
    }

    private static ChainKind KindOf(string act) => act switch
    {
        PlanActs.CommitmentPublished or PlanActs.ActivityPublished => ChainKind.Promised,
        PlanActs.ChangeProposed or PlanActs.ChangeDropped => ChainKind.Proposed,
        PlanActs.CommitmentChanged or PlanActs.ActivityChanged or PlanActs.ChangeApproved => ChainKind.Changed,
        PlanActs.CommitmentWithdrawn => ChainKind.Withdrawn,
        TrackingActs.Reported => ChainKind.Reported,
        TrackingActs.SeatAnswered or TrackingActs.SeatAnswerChanged => ChainKind.Answered,
        TrackingActs.Confirmed => ChainKind.Confirmed,
        TrackingActs.Refused => ChainKind.Refused,
        TrackingActs.Ended => ChainKind.Ended,
        TrackingActs.EvidenceWithdrawn => ChainKind.EvidenceWithdrawn,
        TrackingActs.CommitmentVerified => ChainKind.Verified,
        _ => ChainKind.Decided,
    };

    /// <summary>One act wrote several entries one after the other where a plan was published or changed: readers see one link, by its first entry.</summary>
    private static List<ChainLink> Folded(List<ChainLink> links)
    {
        var folded = new List<ChainLink>();

        foreach (var link in links)
        {
            if (folded is [.., var last] && last.Kind == link.Kind && link.Kind is ChainKind.Promised or ChainKind.Changed
                && link.Entry.Sequence == last.Entry.Sequence + last.Entries)
            {
                // The entry of the change says what and why; those of its parts, which come right after it, only that they did.
                folded[^1] = last with { Entries = last.Entries + 1, Activities = last.Activities + (link.Activity is null ? 0 : 1) };
            }
            else
            {
                folded.Add(link with { Activities = link.Activity is null ? 0 : 1 });
            }
        }

        folded.Reverse();
        return folded;
    }

    private async Task<Dictionary<string, ChainChange>> ChangesAsync(Guid commitmentId, CancellationToken ct) =>
        (await db.RoadmapChanges.AsNoTracking()
            .Where(c => c.ProposedOn != null && c.Items.Any(item => item.CommitmentId == commitmentId))
            .Join(db.ActionPlans, change => change.PlanId, plan => plan.Id, (change, plan) => new { change, plan.Slug })
            .Select(c => new ChainChange(c.change.Id, c.Slug, c.change.Title, c.change.Reason, c.change.Agreement))
            .ToListAsync(ct))
        .ToDictionary(change => PlanSubjects.Change(change.Plan, change.Id).Key);

    private async Task<Dictionary<string, ChainDecision>> DecisionsAsync(string slug, IReadOnlyList<Guid?> changes, CancellationToken ct)
    {
        var subject = PlanSubjects.Commitment(slug).ToString();
        return (await db.Decisions.AsNoTracking()
                .Where(d => d.Subject == subject || changes.Contains(d.SubjectId))
                .Select(d => new ChainDecision(d.Id, d.Title, d.Outcome))
                .ToListAsync(ct))
            .ToDictionary(decision => DecisionSubjects.Decision(decision.Id).Key);
    }

    /// <summary>Which report an entry is about follows from their order: each report wrote one entry, and answers are to the latest.</summary>
    private sealed class ReportsInTurn(ILookup<string, ProgressReport> reports)
    {
        private readonly Dictionary<string, int> said = [];

        public ChainLink Fill(ChainLink link)
        {
            var key = link.Entry.SubjectKey;

            if (link.Kind is ChainKind.Reported)
            {
                said[key] = said.GetValueOrDefault(key) + 1;
                return reports[key].ElementAtOrDefault(said[key] - 1) is { } report
                    ? link with { Status = report.Status, Percent = report.Percent, Words = report.Summary, Reasons = report.StepBackReason, Evidence = [.. report.Evidence.Select(e => e.Title)] }
                    : link;
            }

            var answer = link.Kind is ChainKind.Confirmed or ChainKind.Refused
                ? reports[key].ElementAtOrDefault(said.GetValueOrDefault(key) - 1)?.Confirmations.FirstOrDefault(c => c.Sector.ToString() == link.Entry.Sector)
                : null;
            return answer is null ? link : link with { Organization = answer.Organization, Reasons = answer.Reasons };
        }
    }
}
