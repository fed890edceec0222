using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Cli.Seeding;

/// <summary>A file of <c>seeds/demo</c>: one tenant's story. A missing key means unknown. Days are ISO dates or relative: <c>today-90</c>.</summary>
internal sealed record DemoFile
{
    public required string Slug { get; init; }
    public IReadOnlyList<Name> Names { get; init; } = [];
    public IReadOnlyList<Step> Steps { get; init; } = [];
    public SecretariatPart? Secretariat { get; init; }
    public IReadOnlyList<Plan> Plans { get; init; } = [];

    public sealed record Name(NameSubject Subject, string Text, string? Acronym, Day? From, Day? Until, string? Source, string? Note)
    {
        [System.Text.Json.Serialization.JsonPropertyName("name")]
        public string Text { get; init; } = Text;
    }

    public sealed record Step(InstallationStepKind Kind, string Title, Day? On, Day? KnownBy, string? Note, string? Source);

    public sealed record SecretariatPart
    {
        public string? Facilitator { get; init; }
        public string? Source { get; init; }
        public string? Note { get; init; }
        public IReadOnlyList<SeatPart> Seats { get; init; } = [];
    }

    public sealed record SeatPart(
        Sector Sector, string Organization, OrganizationType OrganizationType, Branch? Branch, Day? From, Day? Until, string? Source, bool Demo);

    public sealed record Plan
    {
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public string? Summary { get; init; }
        public string? Note { get; init; }
        public Day? StartsOn { get; init; }
        public Day? EndsOn { get; init; }
        public Day? ConsultationOn { get; init; }
        public Day? ApprovedOn { get; init; }
        public string? Agreement { get; init; }
        public Day? PublishedOn { get; init; }
        public Day? PublishedKnownBy { get; init; }
        public bool Implementation { get; init; }
        public Day? ClosedOn { get; init; }
        public bool Transcription { get; init; }
        public string? Source { get; init; }
        public bool Demo { get; init; }
        public IReadOnlyList<Axis> Axes { get; init; } = [];
    }

    public sealed record Axis
    {
        public required string Title { get; init; }
        public IReadOnlyList<CommitmentPart> Commitments { get; init; } = [];
    }

    public sealed record CommitmentPart
    {
        public required int Number { get; init; }
        public string? UniqueId { get; init; }
        public string? Slug { get; init; }
        public required CommitmentText Text { get; init; }
        public string? ContinuationOf { get; init; }
        public Day? StartsOn { get; init; }
        public Day? EndsOn { get; init; }
        public string? Source { get; init; }
        public bool Demo { get; init; }
        public bool DemoText { get; init; }
        public IReadOnlyList<AddCommitment.Actor> Actors { get; init; } = [];
        public IReadOnlyList<ValuePart> Values { get; init; } = [];
        public IReadOnlyList<AddCommitment.Link> Links { get; init; } = [];
        public IReadOnlyList<ActionPart> Actions { get; init; } = [];
        public IReadOnlyList<ActivityPart> Activities { get; init; } = [];
    }

    public sealed record ValuePart(OpenGovernmentValue Value, string Reason);

    public sealed record ActionPart(string Title, int? Weight, IReadOnlyList<ActivityPart> Activities);

    public sealed record ActivityPart
    {
        public required string Description { get; init; }
        public string? GovernmentOwner { get; init; }
        public string? CivilSocietyOwner { get; init; }
        public Day? StartsOn { get; init; }
        public Day? DueOn { get; init; }
        public string? Deliverable { get; init; }
        public IReadOnlyList<string> MeansOfVerification { get; init; } = [];
        public int? Weight { get; init; }
        public IReadOnlyList<Report> Reports { get; init; } = [];
        public IReadOnlyList<Answer> Confirmations { get; init; } = [];
    }

    public sealed record Report
    {
        public required Day On { get; init; }
        public required ActivityStatus Status { get; init; }
        public int? Percent { get; init; }
        public Day? DoneOn { get; init; }
        public required string Summary { get; init; }
        public string? StepBackReason { get; init; }
        public required Sector Sector { get; init; }
        public required string Office { get; init; }
        public IReadOnlyList<Proof> Evidence { get; init; } = [];
    }

    public sealed record Proof(string Title, string Url, Day? On);

    public sealed record Answer(Day On, Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons);
}
