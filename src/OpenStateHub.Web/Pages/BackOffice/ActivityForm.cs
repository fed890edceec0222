using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>An activity as its forms have it: the short one that adds it, and the long one with all its fields.</summary>
public sealed class ActivityForm
{
    /// <summary>A refusal's field of an activity, and the input that stands for it.</summary>
    public static readonly Dictionary<string, string> Fields = new()
    {
        ["description"] = $"Form.{nameof(Description)}",
        ["deliverable"] = $"Form.{nameof(Deliverable)}",
        ["startsOn"] = $"Form.{nameof(StartsOn)}",
        ["dueOn"] = $"Form.{nameof(DueOn)}",
        ["governmentOwner"] = $"Form.{nameof(GovernmentOwner)}",
        ["civilSocietyOwner"] = $"Form.{nameof(CivilSocietyOwner)}",
        ["meansOfVerification"] = $"Form.{nameof(Means)}",
        ["weight"] = $"Form.{nameof(Weight)}",
        ["actionId"] = $"Form.{nameof(ActionId)}",
    };

    /// <summary>Given before the first save, so that a form sent twice adds one activity.</summary>
    public Guid Id { get; set; }

    public Guid? ActionId { get; set; }
    public string? Description { get; set; }
    public string? Deliverable { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? DueOn { get; set; }
    public string? GovernmentOwner { get; set; }
    public string? CivilSocietyOwner { get; set; }

    /// <summary>One a line.</summary>
    public string? Means { get; set; }

    public string? Weight { get; set; }

    /// <summary>What it weighed when the form was opened: only a weight that the person changed is set.</summary>
    public string? WeightWas { get; set; }

    /// <summary>What the form showed when it was opened; see <see cref="SeenForm"/>.</summary>
    [JsonIgnore]
    public string? Seen { get; set; }

    /// <summary>The weight that the person wrote; null where they left it as it was, or wrote none that can be read.</summary>
    public int? NewWeight => Weight?.Trim() == WeightWas ? null : WeightText.Read(Weight);

    public bool WeightIsUnreadable => NewWeight is null && Weight?.Trim() != WeightWas;

    public static ActivityForm Of(FindCommitmentParts.ActivityPart activity)
    {
        var form = new ActivityForm
        {
            Id = activity.Id,
            Description = activity.Text.Description,
            Deliverable = activity.Text.Deliverable,
            StartsOn = activity.Text.StartsOn,
            DueOn = activity.Text.DueOn,
            GovernmentOwner = activity.Text.GovernmentOwner,
            CivilSocietyOwner = activity.Text.CivilSocietyOwner,
            Means = string.Join('\n', activity.Text.MeansOfVerification),
            Weight = WeightText.Of(activity.Weight),
            WeightWas = WeightText.Of(activity.Weight),
        };
        form.Seen = SeenForm.Of(form);
        return form;
    }

    /// <summary>What a new activity must say at once: without it nobody can tell later whether it was done.</summary>
    public IEnumerable<(string Field, string Sentence)> Missing(IStringLocalizer<ActivityWords> words)
    {
        if (string.IsNullOrWhiteSpace(Description))
        {
            yield return (Fields["description"], words["Activity_DescriptionMissing"]);
        }

        if (string.IsNullOrWhiteSpace(Deliverable))
        {
            yield return (Fields["deliverable"], words["Activity_DeliverableMissing"]);
        }

        if (DueOn is null)
        {
            yield return (Fields["dueOn"], words["Activity_DueMissing"]);
        }
    }

    public AddActivity.Input Input(Guid commitmentId) => new()
    {
        Id = Id,
        CommitmentId = commitmentId,
        ActionId = ActionId,
        Description = Description ?? "",
        Deliverable = Deliverable,
        DueOn = DueOn,
        GovernmentOwner = GovernmentOwner,
        CivilSocietyOwner = CivilSocietyOwner,
    };

    public ActivityText Text() => new()
    {
        Description = Description ?? "",
        Deliverable = Deliverable,
        StartsOn = StartsOn,
        DueOn = DueOn,
        GovernmentOwner = GovernmentOwner,
        CivilSocietyOwner = CivilSocietyOwner,
        MeansOfVerification = (Means ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    /// <summary>Every field by its label and in words, always the same ones in the same order: what two people wrote is compared line by line.</summary>
    public static IEnumerable<(string Label, string? Text)> Said(ActivityText text, IStringLocalizer<ActivityWords> words) =>
    [
        (words["Field_Description"], text.Description), (words["Field_Deliverable"], text.Deliverable),
        (words["Field_Start"], text.StartsOn is { } from ? Dates.Words(from) : null), (words["Field_Due"], text.DueOn is { } due ? Dates.Words(due) : null),
        (words["Field_Government"], text.GovernmentOwner), (words["Field_CivilSociety"], text.CivilSocietyOwner),
        (words["Field_Means"], string.Join('\n', text.MeansOfVerification)),
    ];
}
