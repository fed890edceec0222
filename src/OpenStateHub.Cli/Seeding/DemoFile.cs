using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;

using OpenStateHub.Core.Following;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Secretariat.Sessions;
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
    public IReadOnlyList<SessionPart> Sessions { get; init; } = [];

    /// <summary>What is decided in writing.</summary>
    public IReadOnlyList<DecisionPart> Decisions { get; init; } = [];

    public IReadOnlyList<CutoffPart> Cutoffs { get; init; } = [];
    public IReadOnlyList<PresentationPart> Presentations { get; init; } = [];
    public IReadOnlyList<AssessmentPart> Assessments { get; init; } = [];

    /// <summary>Changes of published plans.</summary>
    public IReadOnlyList<ChangePart> Changes { get; init; } = [];

    public IReadOnlyList<CommentPart> Comments { get; init; } = [];

    /// <summary>What the place offers other places, or needs of them.</summary>
    public IReadOnlyList<OfferPart> Offers { get; init; } = [];

    /// <summary>Accounts of seats besides the first of each sector.</summary>
    public IReadOnlyList<SeatAccountPart> SeatAccounts { get; init; } = [];

    /// <summary>What single seats say of a reported completion whose sector has not settled its answer.</summary>
    public IReadOnlyList<SeatAnswerPart> SeatAnswers { get; init; } = [];

    /// <summary>What was measured of the indicators of plans under way.</summary>
    public IReadOnlyList<MeasuredPart> Measured { get; init; } = [];

    public sealed record OfferPart(OfferKind Kind, Core.Network.Topic Topic, string Title, string About, string Office);

    public sealed record SeatAccountPart(string Mailbox, string Name, Sector Sector, string Organization);

    /// <param name="Activity">Its description.</param>
    public sealed record SeatAnswerPart(string Activity, Sector Sector, string Organization, Day On, ConfirmationOutcome Outcome, string? Reasons);

    public sealed record MeasuredPart(
        string Commitment, decimal Value, Day On, string Source, string? Url, string? Note, Sector Sector, string Office, IReadOnlyList<ValueAnswerPart>? Answers);

    public sealed record ValueAnswerPart(Sector Sector, string Organization, Day On, ConfirmationOutcome Outcome, string? Reasons);

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

    /// <summary>A session that people are called to. One that is held happens while it is seeded: no moment of the history is made up.</summary>
    public sealed record SessionPart
    {
        public required SessionKind Kind { get; init; }
        public required string Title { get; init; }

        /// <summary>Null: it is held.</summary>
        public Day? On { get; init; }

        public required string Place { get; init; }
        public IReadOnlyList<ItemPart> Agenda { get; init; } = [];

        /// <summary>Corrected by the administrator, signed and published; null: no minutes.</summary>
        public string? Minutes { get; init; }

        public bool IsHeld => On is null;
    }

    public sealed record ItemPart(string Title, string? Text, DecisionPart? Decision);

    public sealed record DecisionPart
    {
        public Matter Matter { get; init; } = Matter.FreeText;

        /// <summary>The slug of what it is about; null for a matter that is about nothing that exists yet.</summary>
        public string? About { get; init; }

        public required string Title { get; init; }
        public required string Text { get; init; }
        public string? Responsible { get; init; }
        public Day? DueOn { get; init; }
        public IReadOnlyList<Vote> Votes { get; init; } = [];

        /// <summary>In writing: it closes by itself on this day; null: as soon as these votes are given.</summary>
        public Day? ClosesOn { get; init; }
    }

    /// <param name="Organization">Of a seat; named twice, of its second one too.</param>
    public sealed record Vote(string Organization, VoteChoice Choice, string? Reason);

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
        public Obstacle? Obstacle { get; init; }
        public required Sector Sector { get; init; }
        public required string Office { get; init; }
        public IReadOnlyList<Proof> Evidence { get; init; } = [];
    }

    public sealed record Proof(string Title, string Url, Day? On);

    public sealed record Answer(Day On, Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons);

    /// <param name="Plan">Its slug.</param>
    /// <param name="Source">Who set the day; null: it is invented.</param>
    public sealed record CutoffPart(string Plan, Day On, string? Source)
    {
        public IReadOnlyList<RectificationPart> Rectifications { get; init; } = [];
    }

    public sealed record RectificationPart(string Concerns, string Reads, string ShouldRead, string Reason);

    /// <param name="Summary">What came of it; null: it is to come, or was cancelled.</param>
    /// <param name="Cancelled">Why it was cancelled, or null.</param>
    public sealed record PresentationPart(
        string? Plan, string Title, string? About, Day On, string? Place, string? Link, string? Summary, int? Attendees, string? MinutesLink, string? Cancelled);

    /// <param name="Plan">The slug of the plan that was assessed at its beginning.</param>
    public sealed record AssessmentPart(string Plan, Day On, string Note);

    /// <summary>A change of a plan's roadmap: proposed, and decided where it has a decision.</summary>
    public sealed record ChangePart
    {
        /// <summary>Its slug.</summary>
        public required string Plan { get; init; }

        public required string Title { get; init; }
        public required string Reason { get; init; }

        /// <summary>The body that proposes it.</summary>
        public required string Office { get; init; }

        public IReadOnlyList<ChangedValue> Values { get; init; } = [];
        public IReadOnlyList<ChangedWeights> Weights { get; init; } = [];
        public DecisionPart? Decision { get; init; }
    }

    /// <param name="Activity">What it is, word for word; null: the commitment itself changes.</param>
    /// <param name="Day">In place of a value, where it is a day.</param>
    public sealed record ChangedValue(string Commitment, string? Activity, RoadmapField Field, string? Value, Day? Day);

    /// <param name="Weights">In hundredths of a percent, in the order of its activities.</param>
    public sealed record ChangedWeights(string Commitment, IReadOnlyList<int> Weights);

    /// <summary>What people say. All of it is invented, and nobody is named.</summary>
    public sealed record CommentPart
    {
        public required CommentKind Kind { get; init; }

        /// <summary>As the history names it, such as <c>commitment/agua-limpia</c>; null: a public session.</summary>
        public string? About { get; init; }

        /// <summary>The title of a public session.</summary>
        public string? Presentation { get; init; }

        public required string Text { get; init; }
        public string? ShownName { get; init; }

        /// <summary>Waits for the moderation.</summary>
        public bool Waits { get; init; }

        /// <summary>The rule that hides it; null: it is published.</summary>
        public int? Rule { get; init; }

        public string? Answer { get; init; }
    }
}
