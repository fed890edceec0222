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
    public ActivityText Tidied() => this with
    {
        Description = Description.Trim(),
        GovernmentOwner = Tidied(GovernmentOwner),
        CivilSocietyOwner = Tidied(CivilSocietyOwner),
        Deliverable = Tidied(Deliverable),
        MeansOfVerification = [.. MeansOfVerification.Select(Tidied).OfType<string>()],
    };

    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Description) => ActivityRefusals.WithoutDescription,
        _ when Description.Length > LongestDescription => TooLong("description", LongestDescription),
        _ when GovernmentOwner?.Length > LongestOwner => TooLong("governmentOwner", LongestOwner),
        _ when CivilSocietyOwner?.Length > LongestOwner => TooLong("civilSocietyOwner", LongestOwner),
        _ when Deliverable?.Length > LongestDeliverable => TooLong("deliverable", LongestDeliverable),
        _ when MeansOfVerification.Sum(means => means.Length) > LongestMeans => TooLong("meansOfVerification", LongestMeans),
        _ when DueOn < StartsOn => ActivityRefusals.DueBeforeItStarts,
        _ => null,
    };

    private static string? Tidied(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Refusal TooLong(string field, int longest) =>
        ActivityRefusals.TextTooLong with { Field = field, Detail = longest.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
