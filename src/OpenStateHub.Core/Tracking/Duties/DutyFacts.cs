namespace OpenStateHub.Core.Tracking.Duties;

/// <summary>The public facts of a place that its duties are measured by, on any day of its past.</summary>
public sealed record DutyFacts
{
    public DateOnly? InstalledOn { get; init; }

    /// <summary>Days of sessions of the secretariat that had quorum.</summary>
    public IReadOnlyList<DateOnly> Sessions { get; init; } = [];

    /// <summary>Days on which something was added to what the place publishes: a plan, a report, a document, minutes.</summary>
    public IReadOnlyList<DateOnly> Updates { get; init; } = [];

    /// <summary>Days of public accountability sessions that were held.</summary>
    public IReadOnlyList<DateOnly> Presentations { get; init; } = [];

    public IReadOnlyList<Plan> Plans { get; init; } = [];
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <param name="EndedOn">The day on which it stopped to run: closed, or of a transcribed plan the end of its period; null: it runs.</param>
    /// <param name="AssessedOn">Null: not yet.</param>
    public sealed record Plan(Guid Id, string Slug, string Title, DateOnly PublishedOn, DateOnly? EndedOn, DateOnly? AssessedOn)
    {
        public bool RunsOn(DateOnly day) => PublishedOn <= day && (EndedOn is null || day < EndedOn);
    }

    /// <param name="CompletedOn">The secretariat's decision, or the end of its period.</param>
    /// <param name="AssessedOn">Null: not yet.</param>
    public sealed record Commitment(Guid Id, string Slug, string Title, DateOnly CompletedOn, DateOnly? AssessedOn);

    /// <summary>The days that a clock of one duty counts from.</summary>
    internal IReadOnlyList<DateOnly> EventsOf(DutyCode code) => code switch
    {
        DutyCode.ForumMeets => Sessions,
        DutyCode.RepositoryUpdated => Updates,
        DutyCode.ResultsPresented => Presentations,
        _ => [],
    };

    /// <summary>The plans that are assessed at their beginning, or the commitments at their end.</summary>
    internal IEnumerable<DutySubject> SubjectsOf(DutyCode code) => code switch
    {
        DutyCode.InceptionAssessed => Plans.Select(p => new DutySubject(p.Id, p.Slug, p.Title, p.PublishedOn, p.AssessedOn)),
        DutyCode.CompletionAssessed => Commitments.Select(c => new DutySubject(c.Id, c.Slug, c.Title, c.CompletedOn, c.AssessedOn)),
        _ => [],
    };

    /// <summary>Since when the clock of a recurring duty runs on a day; null where it does not.</summary>
    internal DateOnly? StartOn(DutyCode code, DateOnly day) => code is DutyCode.ForumMeets
        ? (InstalledOn <= day ? InstalledOn : null)
        : Plans.Where(plan => plan.RunsOn(day)).Select(plan => (DateOnly?)plan.PublishedOn).Min();
}

/// <summary>A plan or a commitment that an assessment is due of.</summary>
public sealed record DutySubject(Guid Id, string Slug, string Title, DateOnly StartedOn, DateOnly? DoneOn);
