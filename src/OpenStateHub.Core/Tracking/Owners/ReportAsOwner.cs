using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking.Owners;

/// <summary>The report of whoever signs in: on what they own, until the last day of their grant, in the name of the body that stands there.</summary>
public sealed class ReportAsOwner(FindOwnership ownerships, ReportProgress report)
{
    public sealed record Input
    {
        public required Guid PersonId { get; init; }
        public required Guid ActivityId { get; init; }

        /// <summary>InProgress or Complete.</summary>
        public required ActivityStatus Status { get; init; }

        public int? Percent { get; init; }
        public DateOnly? DoneOn { get; init; }
        public required string Summary { get; init; }
        public string? StepBackReason { get; init; }
        public Obstacle? Obstacle { get; init; }
        public IReadOnlyList<ReportProgress.EvidenceInput> Evidence { get; init; } = [];
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct) =>
        await ownerships.ExecuteAsync(input.PersonId, input.ActivityId, ct) is { } owner
            ? await report.ExecuteAsync(
                new ReportProgress.Input
                {
                    ActivityId = input.ActivityId,
                    Status = input.Status,
                    Percent = input.Percent,
                    DoneOn = input.DoneOn,
                    Summary = input.Summary,
                    StepBackReason = input.StepBackReason,
                    Obstacle = input.Obstacle,
                    Sector = owner.Sector,
                    Office = owner.Office ?? "",
                    PersonId = input.PersonId,
                    Evidence = input.Evidence,
                },
                ct)
            : TrackingRefusals.NotOwner;
}
