using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Core.Tracking.Indicators;

namespace OpenStateHub.Core.Tracking;

/// <summary>What was promised, what was done, and who confirms it: one commitment of a public plan.</summary>
public sealed class FindCommitment(HubDbContext db, ReadCommitments commitments, ReadIndicatorValues values, TenantContext tenant, TimeProvider clock)
{
    /// <returns>Null where no public plan of the place has a commitment of that slug.</returns>
    public Task<CommitmentDetail?> ExecuteAsync(string slug, CancellationToken ct) => DetailAsync(new() { Slug = slug }, ct);

    /// <summary>A commitment of a plan that is not public yet, as it would be: for those who work on it.</summary>
    public Task<CommitmentDetail?> PreviewAsync(string planSlug, string slug, CancellationToken ct) =>
        DetailAsync(new() { Plan = planSlug, Slug = slug, Preview = true }, ct);

    private async Task<CommitmentDetail?> DetailAsync(ReadCommitments.Filter filter, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);

        if ((await commitments.ExecuteAsync(filter, ct)).SingleOrDefault() is not { } row)
        {
            return null;
        }

        var record = await RecordAsync(row.Id, ct);
        var groups = await GroupsAsync(row.Id, ct);
        var isAwaiting = groups.Any(group => group.Activities.Any(activity => activity.State.Status is ActivityStatus.Complete));
        return new CommitmentDetail
        {
            Row = row,
            Record = record,
            PolicyAreas = await PolicyAreasAsync(record.Text.PolicyAreas, ct),
            Sdgs = await SdgsAsync(row.Sdgs, ct),
            Groups = groups,
            Measured = record.Text.Indicator is null ? [] : await values.ExecuteAsync(row.Id, ct),
            Seats = isAwaiting ? await SeatsAsync(ct) : [],
        };
    }

    private Task<CommitmentRecord> RecordAsync(Guid id, CancellationToken ct) =>
        db.Commitments.AsNoTracking().AsSplitQuery()
            .Where(c => c.Id == id)
            .Select(c => new CommitmentRecord
            {
                Text = c.Text,
                ContinuationOf = db.Commitments
                    .Where(before => before.Id == c.ContinuationOfId && before.Plan!.PublishedOn != null)
                    .Select(before => new LinkedCommitment(before.Slug, before.Text.Title, before.Plan!.Title))
                    .FirstOrDefault(),
                ContinuedBy = db.Commitments
                    .Where(after => after.ContinuationOfId == c.Id && after.Plan!.PublishedOn != null)
                    .OrderBy(after => after.Id)
                    .Select(after => new LinkedCommitment(after.Slug, after.Text.Title, after.Plan!.Title))
                    .FirstOrDefault(),
                Source = c.Source,
                WithdrawnOn = c.WithdrawnOn,
                WithdrawnBy = c.WithdrawnBy,
                VerifiedOn = c.VerifiedOn,
                VerifiedBy = c.VerifiedBy,
                WithdrawalReasons = c.WithdrawalReasons,
                Actors = c.Actors.OrderBy(a => a.Id).Select(a => new ActorRow(a.Role, a.Sector, a.Organization)).ToList(),
                Values = c.Values.OrderBy(v => v.Value).Select(v => new ValueRow(v.Value, v.Reason)).ToList(),
                Links = c.Links.OrderBy(l => l.Id).Select(l => new LinkRow(l.Kind, l.Target, l.Label)).ToList(),
            })
            .SingleAsync(ct);

    private async Task<IReadOnlyList<NamedCode>> PolicyAreasAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        var names = await db.PolicyAreas.AsNoTracking()
            .Where(a => codes.Contains(a.Code))
            .Select(a => new NamedCode(a.Code, a.TitleEs, a.TitleEn))
            .ToListAsync(ct);
        return Named(codes, names);
    }

    private async Task<IReadOnlyList<NamedCode>> SdgsAsync(IReadOnlyList<string> codes, CancellationToken ct)
    {
        var names = await db.DevelopmentGoals.AsNoTracking()
            .Where(g => codes.Contains(g.Code))
            .Select(g => new NamedCode(g.Code, g.TitleEs, g.TitleEn))
            .ToListAsync(ct);
        return Named(codes, names);
    }

    /// <summary>In the order of the commitment; a code that the vocabulary does not have stands for itself.</summary>
    private static List<NamedCode> Named(IReadOnlyList<string> codes, List<NamedCode> names) =>
        [.. codes.Select(code => names.Find(name => name.Code == code) ?? new NamedCode(code, code, code))];

    private async Task<IReadOnlyList<ActionGroup>> GroupsAsync(Guid commitmentId, CancellationToken ct)
    {
        var actions = await db.CommitmentActions.AsNoTracking()
            .Where(a => a.CommitmentId == commitmentId)
            .OrderBy(a => a.Position)
            .Select(a => new { a.Id, a.Title })
            .ToListAsync(ct);
        var activities = await ActivitiesAsync(commitmentId, ct);
        return actions.Count == 0
            ? Group(null, activities)
            : [.. actions.SelectMany(action => Group(action.Title, [.. activities.Where(a => a.ActionId == action.Id)]))];
    }

    private static ActionGroup[] Group(string? title, List<ActivityDetail> activities) =>
        [new ActionGroup(title, Progress.OfActivities([.. activities.Select(a => a.State)]), activities)];

    private async Task<List<ActivityDetail>> ActivitiesAsync(Guid commitmentId, CancellationToken ct)
    {
        var reports = (await ReportsAsync(commitmentId, ct)).ToLookup(report => report.ActivityId);
        var activities = await db.Activities.AsNoTracking()
            .Where(a => a.CommitmentId == commitmentId)
            .OrderBy(a => a.Position)
            .Select(a => new ActivityDetail
            {
                Id = a.Id,
                ActionId = a.ActionId,
                Description = a.Description,
                GovernmentOwner = a.GovernmentOwner,
                CivilSocietyOwner = a.CivilSocietyOwner,
                StartsOn = a.StartsOn,
                Deliverable = a.Deliverable,
                MeansOfVerification = a.MeansOfVerification,
                State = new ActivityState(a.Weight, a.Status, a.Percent, a.DueOn, a.DoneOn),
                EndedOn = a.EndedOn,
                EndedBy = a.EndedBy,
                EndReasons = a.EndReasons,
                Source = a.Source,
                IsDemonstration = a.IsDemonstration,
            })
            .ToListAsync(ct);
        return activities.ConvertAll(activity => activity with { Reports = [.. reports[activity.Id]] });
    }

    private Task<List<ReportRow>> ReportsAsync(Guid commitmentId, CancellationToken ct) =>
        db.ProgressReports.AsNoTracking().AsSplitQuery()
            .Where(r => db.Activities.Any(a => a.Id == r.ActivityId && a.CommitmentId == commitmentId))
            .OrderBy(r => r.ActivityId).ThenBy(r => r.Number)
            .Select(r => new ReportRow
            {
                Id = r.Id,
                ActivityId = r.ActivityId,
                Number = r.Number,
                ReportedOn = r.ReportedOn,
                Status = r.Status,
                Percent = r.Percent,
                DoneOn = r.DoneOn,
                Summary = r.Summary,
                StepBackReason = r.StepBackReason,
                Sector = r.Sector,
                Office = r.Office,
                Obstacle = r.Obstacle,
                Evidence = r.Evidence.OrderBy(e => e.Id)
                    .Select(e => new EvidenceRow(e.Id, e.Title, e.Url, e.Sha256, e.FileName, e.Bytes, e.DatedOn, e.WithdrawnOn, e.WithdrawalReason))
                    .ToList(),
                Seats = r.SeatAnswers.OrderBy(a => a.AnsweredOn).ThenBy(a => a.Id)
                    .Join(db.Seats, a => a.SeatId, s => s.Id, (a, s) => new SeatSaid(s.Id, s.Sector, s.Organization, a.Outcome, a.Reasons, a.AnsweredOn)).ToList(),
                Answers = r.Confirmations.OrderBy(c => c.AnsweredOn).ThenBy(c => c.Id)
                    .Select(c => new AnswerRow(c.Sector, c.Organization, c.Outcome, c.Reasons, c.AnsweredOn)).ToList(),
            })
            .ToListAsync(ct);

    private async Task<IReadOnlyList<AnsweringSeat>> SeatsAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        return await db.Seats.AsNoTracking()
            .Where(s => (s.FromOn == null || s.FromOn <= today) && (s.UntilOn == null || today <= s.UntilOn))
            .OrderBy(s => s.Sector).ThenBy(s => s.Id)
            .Select(s => new AnsweringSeat(s.Id, s.Sector, s.Organization, db.RoleGrants.Any(g =>
                g.Role == Role.SecretariatMember && g.ScopeId == s.Id && g.EndedAt == null && g.FromOn <= today && (g.UntilOn == null || today <= g.UntilOn))))
            .ToListAsync(ct);
    }
}
