using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Owners;

namespace OpenStateHub.Web.Pages.BackOffice.Reports;

/// <summary>What an owner types into a report.</summary>
public sealed class ReportForm
{
    public ActivityStatus Status { get; set; } = ActivityStatus.InProgress;
    public int? Percent { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? Summary { get; set; }
    public string? StepBackReason { get; set; }
    public ObstacleCause? ObstacleCause { get; set; }
    public string? ObstacleText { get; set; }
    public string? ObstacleMeasure { get; set; }

    public bool IsComplete => Status is ActivityStatus.Complete;

    /// <summary>What each field of a refusal is called on the form.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["percent"] = $"Form.{nameof(Percent)}",
        ["doneOn"] = $"Form.{nameof(DoneOn)}",
        ["summary"] = $"Form.{nameof(Summary)}",
        ["reason"] = $"Form.{nameof(StepBackReason)}",
        ["obstacleCause"] = $"Form.{nameof(ObstacleCause)}",
        ["obstacleText"] = $"Form.{nameof(ObstacleText)}",
        ["obstacleMeasure"] = $"Form.{nameof(ObstacleMeasure)}",
        ["evidence"] = $"Proof.{nameof(EvidenceForm.Files)}",
        ["files"] = $"Proof.{nameof(EvidenceForm.Files)}",
        ["personalData"] = $"Proof.{nameof(EvidenceForm.PersonalData)}",
    };

    /// <summary>As the last report left it; done today, unless somebody says otherwise.</summary>
    public static ReportForm Of(FindReportable.Found activity) => new()
    {
        Percent = activity.State.Percent == 0 ? null : activity.State.Percent,
        DoneOn = activity.Today,
    };

    public ReportAsOwner.Input Input(Guid personId, Guid activityId, IReadOnlyList<ReportProgress.EvidenceInput> evidence) => new()
    {
        PersonId = personId,
        ActivityId = activityId,
        Status = Status,
        Percent = IsComplete ? null : Percent,
        DoneOn = IsComplete ? DoneOn : null,
        Summary = Summary ?? "",
        StepBackReason = StepBackReason,
        Obstacle = IsComplete || (ObstacleCause is null && string.IsNullOrWhiteSpace(ObstacleText) && string.IsNullOrWhiteSpace(ObstacleMeasure))
            ? null
            : new Obstacle(ObstacleCause ?? (ObstacleCause)(-1), ObstacleText ?? "", ObstacleMeasure ?? ""),
        Evidence = evidence,
    };
}
