using Microsoft.Extensions.Localization;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.ActionPlans;

/// <summary>Says in words what a change of a plan changes, and how far it is.</summary>
public sealed class RoadmapSentences(IStringLocalizer<RoadmapWords> words)
{
    public string Field(RoadmapField field) => words[$"Field_{field}"];

    /// <returns>The value as people read it; nothing where there is none.</returns>
    public string? Value(RoadmapField field, string? value) => field switch
    {
        RoadmapField.Withdrawal => words[$"Withdrawal_{value ?? "No"}"],
        _ when value is null => null,
        RoadmapField.Weight => Weight(RoadmapValues.Weight(value)),
        _ when field.IsDay() => Dates.Words(RoadmapValues.Day(value)!.Value),
        _ => value,
    };

    public string State(RoadmapChangeRow change) => change switch
    {
        { Status: RoadmapChangeStatus.Proposed, IsInVote: true } => words["State_InVote"],
        { Status: RoadmapChangeStatus.Proposed, Vote.Outcome: DecisionOutcome.NotPassed or DecisionOutcome.NoQuorum } => words["State_NotPassed"],
        _ => words[$"State_{change.Status}"],
    };

    /// <summary>Too long to stand side by side.</summary>
    public static bool IsLong(string? before, string? after) => Math.Max(before?.Length ?? 0, after?.Length ?? 0) > 40;

    /// <summary>The icon of its state.</summary>
    public static string Icon(RoadmapChangeRow change) => change.Status switch
    {
        RoadmapChangeStatus.Draft => "circle",
        RoadmapChangeStatus.Approved => "check-circle",
        RoadmapChangeStatus.Dropped => "slash-circle",
        _ => "hourglass-split",
    };

    private static string Weight(int hundredths) => (hundredths / 100m).ToString("0.##", System.Globalization.CultureInfo.CurrentCulture) + (Languages.IsEnglish ? "%" : "\u00a0%");
}
