using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What a plan is called and when it runs, as its forms have it.</summary>
public sealed class PlanForm
{
    /// <summary>Where on the form each refusal of a plan stands.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["title"] = $"Form.{nameof(Title)}",
        ["slug"] = $"Form.{nameof(Title)}",
        ["summary"] = $"Form.{nameof(Summary)}",
        ["startsOn"] = $"Form.{nameof(StartsOn)}",
        ["endsOn"] = $"Form.{nameof(EndsOn)}",
        ["axes"] = $"Form.{nameof(Axes)}",
        ["from"] = $"Form.{nameof(From)}",
    };

    /// <summary>Of a new plan, given before it is saved, so that a form sent twice drafts one plan.</summary>
    public Guid Id { get; set; }

    public string? Title { get; set; }
    public string? Summary { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }

    /// <summary>The titles of the first axes, one a line; of a new plan only.</summary>
    public string? Axes { get; set; }

    /// <summary>The plan that a new one begins with.</summary>
    public string? From { get; set; }

    public bool Continues { get; set; }

    /// <summary>What the form showed when it was opened; see <see cref="SeenForm"/>.</summary>
    [JsonIgnore]
    public string? Seen { get; set; }

    public PlanHead Head => new PlanHead(Title ?? "", Summary, StartsOn, EndsOn).Tidy();

    public static PlanForm Of(PlanHead head)
    {
        var form = new PlanForm { Title = head.Title, Summary = head.Summary, StartsOn = head.StartsOn, EndsOn = head.EndsOn };
        form.Seen = SeenForm.Of(form);
        return form;
    }

    /// <summary>A plan from nothing, with an axis: what comes next is its first commitment.</summary>
    public bool BeginsEmpty => string.IsNullOrEmpty(From) && AxisTitles.Any();

    public IEnumerable<string> AxisTitles => (Axes ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<(string Label, string? Text)> Said(IStringLocalizer<PlanWords> words) =>
    [
        (words["Head_Title"], Title), (words["Head_Summary"], Summary),
        (words["Head_StartsOn"], StartsOn is { } from ? Dates.Words(from) : null), (words["Head_EndsOn"], EndsOn is { } until ? Dates.Words(until) : null),
    ];
}
