using System.Globalization;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>Reads and writes the values that a change of the roadmap names, as the text in which it keeps them.</summary>
public static class RoadmapValues
{
    public static readonly IReadOnlyList<RoadmapField> OfPlan = [RoadmapField.Title, RoadmapField.Summary, RoadmapField.StartsOn, RoadmapField.EndsOn];

    public static readonly IReadOnlyList<RoadmapField> OfCommitment =
    [
        RoadmapField.Title, RoadmapField.ShortTitle, RoadmapField.StartsOn, RoadmapField.EndsOn, RoadmapField.Problem, RoadmapField.Description,
        RoadmapField.Contribution, RoadmapField.ExpectedResult, RoadmapField.Assumptions, RoadmapField.IndicatorName, RoadmapField.IndicatorUnit,
        RoadmapField.Baseline, RoadmapField.Target,
    ];

    public static readonly IReadOnlyList<RoadmapField> OfActivity =
    [
        RoadmapField.Description, RoadmapField.GovernmentOwner, RoadmapField.CivilSocietyOwner, RoadmapField.StartsOn, RoadmapField.DueOn,
        RoadmapField.Deliverable, RoadmapField.MeansOfVerification,
    ];

    public static bool IsDay(this RoadmapField field) => field is RoadmapField.StartsOn or RoadmapField.EndsOn or RoadmapField.DueOn;

    public static string? Of(PlanHead head, RoadmapField field) => field switch
    {
        RoadmapField.Title => head.Title,
        RoadmapField.Summary => head.Summary,
        RoadmapField.StartsOn => Of(head.StartsOn),
        RoadmapField.EndsOn => Of(head.EndsOn),
        _ => throw Unknown(field),
    };

    public static PlanHead With(this PlanHead head, RoadmapField field, string? value) => field switch
    {
        RoadmapField.Title => head with { Title = value ?? "" },
        RoadmapField.Summary => head with { Summary = value },
        RoadmapField.StartsOn => head with { StartsOn = Day(value) },
        RoadmapField.EndsOn => head with { EndsOn = Day(value) },
        _ => throw Unknown(field),
    };

    public static string? Of(CommitmentText text, RoadmapField field) => field switch
    {
        RoadmapField.Title => text.Title,
        RoadmapField.ShortTitle => text.ShortTitle,
        RoadmapField.StartsOn => Of(text.StartsOn),
        RoadmapField.EndsOn => Of(text.EndsOn),
        RoadmapField.Problem => text.Problem,
        RoadmapField.Description => text.Description,
        RoadmapField.Contribution => text.Contribution,
        RoadmapField.ExpectedResult => text.ExpectedResult,
        RoadmapField.Assumptions => text.Assumptions,
        RoadmapField.IndicatorName => text.Indicator?.Name,
        RoadmapField.IndicatorUnit => text.Indicator?.Unit,
        RoadmapField.Baseline => text.Indicator?.Baseline,
        RoadmapField.Target => text.Indicator?.Target,
        _ => throw Unknown(field),
    };

    public static CommitmentText With(this CommitmentText text, RoadmapField field, string? value) => field switch
    {
        RoadmapField.Title => text with { Title = value ?? "" },
        RoadmapField.ShortTitle => text with { ShortTitle = value },
        RoadmapField.StartsOn => text with { StartsOn = Day(value) },
        RoadmapField.EndsOn => text with { EndsOn = Day(value) },
        RoadmapField.Problem => text with { Problem = value },
        RoadmapField.Description => text with { Description = value },
        RoadmapField.Contribution => text with { Contribution = value },
        RoadmapField.ExpectedResult => text with { ExpectedResult = value },
        RoadmapField.Assumptions => text with { Assumptions = value },
        _ => text with { Indicator = With(text.Indicator ?? new Indicator("", null, null, null), field, value).Tidy() },
    };

    public static string? Of(ActivityText text, RoadmapField field) => field switch
    {
        RoadmapField.Description => text.Description,
        RoadmapField.GovernmentOwner => text.GovernmentOwner,
        RoadmapField.CivilSocietyOwner => text.CivilSocietyOwner,
        RoadmapField.StartsOn => Of(text.StartsOn),
        RoadmapField.DueOn => Of(text.DueOn),
        RoadmapField.Deliverable => text.Deliverable,
        RoadmapField.MeansOfVerification => text.MeansOfVerification.Count == 0 ? null : string.Join('\n', text.MeansOfVerification),
        _ => throw Unknown(field),
    };

    public static ActivityText With(this ActivityText text, RoadmapField field, string? value) => field switch
    {
        RoadmapField.Description => text with { Description = value ?? "" },
        RoadmapField.GovernmentOwner => text with { GovernmentOwner = value },
        RoadmapField.CivilSocietyOwner => text with { CivilSocietyOwner = value },
        RoadmapField.StartsOn => text with { StartsOn = Day(value) },
        RoadmapField.DueOn => text with { DueOn = Day(value) },
        RoadmapField.Deliverable => text with { Deliverable = value },
        RoadmapField.MeansOfVerification => text with { MeansOfVerification = value?.Split('\n') ?? [] },
        _ => throw Unknown(field),
    };

    public static string Of(int weight) => weight.ToString(CultureInfo.InvariantCulture);

    public static int Weight(string? value) => int.Parse(value ?? "0", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? value) => value is null ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Indicator With(Indicator indicator, RoadmapField field, string? value) => field switch
    {
        RoadmapField.IndicatorName => indicator with { Name = value ?? "" },
        RoadmapField.IndicatorUnit => indicator with { Unit = value },
        RoadmapField.Baseline => indicator with { Baseline = value },
        RoadmapField.Target => indicator with { Target = value },
        _ => throw Unknown(field),
    };

    private static ArgumentOutOfRangeException Unknown(RoadmapField field) => new(nameof(field), field, "This part has no such value.");
}
