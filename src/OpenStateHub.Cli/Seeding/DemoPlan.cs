using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Answers;

namespace OpenStateHub.Cli.Seeding;

/// <summary>One plan of a demonstration's tenant: drafted, approved, published, then reported and answered day by day, and closed.</summary>
internal sealed class DemoPlan(DemoTenant tenant, DemoFile.Plan plan, Sources sources)
{
    private readonly Guid id = Guid.CreateVersion7();
    private readonly List<(Guid Activity, DemoFile.ActivityPart Part)> activities = [];

    public async Task SeedAsync(CancellationToken ct)
    {
        await tenant.DoAsync<DraftPlan>(plan.Title, command => command.ExecuteAsync(new DraftPlan.Input
        {
            Id = id,
            Slug = plan.Slug,
            Title = plan.Title,
            Summary = plan.Summary,
            Note = plan.Note,
            StartsOn = tenant.On(plan.StartsOn),
            EndsOn = tenant.On(plan.EndsOn),
            IsTranscription = plan.Transcription,
            Source = sources.Of(plan.Source),
            IsDemonstration = plan.Demo,
        }, ct));

        foreach (var axis in plan.Axes)
        {
            await SeedAxisAsync(axis, ct);
        }

        await PublishAsync(ct);
        await ReplayAsync(ct);

        if (plan.ClosedOn is not null)
        {
            await tenant.DoAsync<ClosePlan>(plan.Title, command => command.ExecuteAsync(id, tenant.On(plan.ClosedOn), ct));
        }
    }

    private async Task SeedAxisAsync(DemoFile.Axis axis, CancellationToken ct)
    {
        var axisId = Guid.CreateVersion7();
        await tenant.DoAsync<AddAxis>(axis.Title, command => command.ExecuteAsync(new AddAxis.Input { Id = axisId, PlanId = id, Title = axis.Title }, ct));

        foreach (var commitment in axis.Commitments)
        {
            var input = Input(commitment, axisId);
            await tenant.DoAsync<AddCommitment>(commitment.Text.Title, command => command.ExecuteAsync(input, ct));

            foreach (var action in commitment.Actions)
            {
                var actionId = Guid.CreateVersion7();
                await tenant.DoAsync<AddAction>(action.Title, command => command.ExecuteAsync(
                    new AddAction.Input { Id = actionId, CommitmentId = input.Id, Title = action.Title, Weight = action.Weight }, ct));
                await SeedActivitiesAsync(action.Activities, commitment, input.Id, actionId, ct);
            }

            await SeedActivitiesAsync(commitment.Activities, commitment, input.Id, null, ct);
        }
    }

    private async Task SeedActivitiesAsync(
        IReadOnlyList<DemoFile.ActivityPart> parts, DemoFile.CommitmentPart commitment, Guid commitmentId, Guid? actionId, CancellationToken ct)
    {
        foreach (var part in parts)
        {
            var activityId = Guid.CreateVersion7();
            activities.Add((activityId, part));
            await tenant.DoAsync<AddActivity>(part.Description, command => command.ExecuteAsync(new AddActivity.Input
            {
                Id = activityId,
                CommitmentId = commitmentId,
                ActionId = actionId,
                Description = part.Description,
                GovernmentOwner = part.GovernmentOwner,
                CivilSocietyOwner = part.CivilSocietyOwner,
                StartsOn = tenant.On(part.StartsOn),
                DueOn = tenant.On(part.DueOn),
                Deliverable = part.Deliverable,
                MeansOfVerification = part.MeansOfVerification,
                Weight = part.Weight,
                IsDemonstration = IsInvented(commitment),
            }, ct));
        }
    }

    private async Task PublishAsync(CancellationToken ct)
    {
        if (!plan.Transcription)
        {
            await tenant.DoAsync<OpenConsultation>(plan.Title, command => command.ExecuteAsync(id, tenant.On(plan.ConsultationOn), ct));
            await tenant.DoAsync<ApprovePlan>(plan.Title, command =>
                command.ExecuteAsync(id, AgreementNumber.From(plan.Agreement), tenant.On(plan.ApprovedOn), ct));
        }

        var published = tenant.On(plan.PublishedOn ?? plan.PublishedKnownBy);
        await tenant.DoAsync<PublishPlan>(plan.Title, command => command.ExecuteAsync(id, published, ct, isBound: plan.PublishedOn is null));

        if (plan.Implementation)
        {
            await tenant.DoAsync<StartImplementation>(plan.Title, command => command.ExecuteAsync(id, published, ct));
        }
    }

    // What each office reported and each sector answered, in the order in which it happened across the whole plan.
    private async Task ReplayAsync(CancellationToken ct)
    {
        var reports = activities.SelectMany(a => a.Part.Reports, (a, report) =>
            (On: report.On.On(tenant.Today), Run: (Func<Task>)(() => ReportAsync(a.Activity, report, ct))));
        var answers = activities.SelectMany(a => a.Part.Confirmations, (a, answer) =>
            (On: answer.On.On(tenant.Today), Run: (Func<Task>)(() => AnswerAsync(a.Activity, answer, ct))));

        foreach (var (_, run) in reports.Concat(answers).OrderBy(happened => happened.On))
        {
            await run();
        }
    }

    private Task ReportAsync(Guid activity, DemoFile.Report report, CancellationToken ct) =>
        tenant.DoAsync<ReportProgress>(report.Summary, command => command.ExecuteAsync(new ReportProgress.Input
        {
            ActivityId = activity,
            On = report.On.On(tenant.Today),
            Status = report.Status,
            Percent = report.Percent,
            DoneOn = tenant.On(report.DoneOn),
            Summary = report.Summary,
            StepBackReason = report.StepBackReason,
            Obstacle = report.Obstacle,
            Sector = report.Sector,
            Office = report.Office,
            Evidence = [.. report.Evidence.Select(proof => new ReportProgress.EvidenceInput(proof.Title, proof.Url, tenant.On(proof.On)))],
        }, ct));

    // A seat's answer: the organisation names the seat, the activity its last report.
    private async Task AnswerAsync(Guid activity, DemoFile.Answer answer, CancellationToken ct)
    {
        var on = answer.On.On(tenant.Today);
        var (report, seats) = await tenant.ReadAsync(async db => (
            await db.ProgressReports.Where(r => r.ActivityId == activity).OrderByDescending(r => r.Number).Select(r => r.Id).FirstAsync(ct),
            await db.Seats.AsNoTracking().Where(s => s.Sector == answer.Sector && s.Organization == answer.Organization).OrderBy(s => s.Id).ToListAsync(ct)));
        await tenant.DoAsync<AnswerReports>(answer.Organization, command => command.ExecuteAsync(new AnswerReports.Input
        {
            Reports = [report],
            SeatId = seats.Find(seat => seat.IsHeldOn(on))?.Id,
            On = on,
            Outcome = answer.Outcome,
            Reasons = answer.Reasons,
        }, ct));
    }

    private bool IsInvented(DemoFile.CommitmentPart commitment) => plan.Demo || commitment.Demo || commitment.DemoText;

    private AddCommitment.Input Input(DemoFile.CommitmentPart part, Guid axisId) => new()
    {
        PlanId = id,
        AxisId = axisId,
        Number = part.Number,
        UniqueId = part.UniqueId,
        Slug = part.Slug,
        Text = part.Text with { StartsOn = tenant.On(part.StartsOn), EndsOn = tenant.On(part.EndsOn) },
        ContinuationOf = part.ContinuationOf,
        Source = sources.Of(part.Source),
        IsDemonstration = IsInvented(part),
        Actors = part.Actors,
        Values = [.. part.Values.Select(v => new AddCommitment.Value(v.Value, v.Reason))],
        Links = part.Links,
    };
}
