namespace OpenStateHub.Core.ActionPlans;

/// <summary>What a person writes of an activity: its text, its owners and its days.</summary>
public sealed record ActivityText
{
    public const int LongestDescription = 2_000;
    public const int LongestOwner = 300;
    public const int LongestDeliverable = 2_000;

    /// <summary>Of all means of verification together.</summary>
    public const int LongestMeans = 10_000;

    public required string Description { get; init; }
    public string? GovernmentOwner { get; init; }
    public string? CivilSocietyOwner { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? Deliverable { get; init; }
    public IReadOnlyList<string> MeansOfVerification { get; init; } = [];

    /// <summary>Without the white space around each text; what is empty is null.</summary>
    public ActivityText Tidy() => this with
    {
        Description = Description.Tidy() ?? "",
        GovernmentOwner = GovernmentOwner.Tidy(),
        CivilSocietyOwner = CivilSocietyOwner.Tidy(),
        Deliverable = Deliverable.Tidy(),
        MeansOfVerification = [.. MeansOfVerification.Select(means => means.Tidy()).OfType<string>()],
    };

    public Refusal? Check() =>
        string.IsNullOrWhiteSpace(Description) ? ActivityRefusals.WithoutDescription
        : TextRules.CheckLength(
            ("description", Description, LongestDescription),
            ("governmentOwner", GovernmentOwner, LongestOwner),
            ("civilSocietyOwner", CivilSocietyOwner, LongestOwner),
            ("deliverable", Deliverable, LongestDeliverable),
            ("meansOfVerification", string.Concat(MeansOfVerification), LongestMeans))
        ?? (DueOn < StartsOn ? ActivityRefusals.DueBeforeItStarts : null);
}
