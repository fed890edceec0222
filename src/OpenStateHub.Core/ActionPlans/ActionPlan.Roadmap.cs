using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans;

/// <content>How what was published becomes something else: by a change that the secretariat approved, as a whole or not at all.</content>
public sealed partial class ActionPlan
{
    /// <summary>Carries out a change. Refused, the plan is half changed and must not be saved.</summary>
    /// <param name="agreement">The agreement of the secretariat; without one nothing that was promised changes.</param>
    public Refusal? Change(RoadmapChange change, AgreementNumber? agreement, DateOnly on, DateOnly today)
    {
        if ((agreement is null ? RoadmapRefusals.WithoutAgreement : CheckChange(change.Items)) is { } refusal)
        {
            return refusal;
        }

        foreach (var item in change.Items.Where(item => item.Field is RoadmapField.Withdrawal))
        {
            var commitment = commitments.Single(c => c.Id == item.CommitmentId);

            if (commitment.Withdraw(agreement, change.Reason, item.After == RoadmapItem.LeavesPercentage, on, today) is { } notWithdrawn)
            {
                return notWithdrawn;
            }
        }

        return null;
    }

    /// <summary>Makes the values of a change its own, withdrawals aside, and looks whether the plan still is one. For a trial, on a copy that is not saved.</summary>
    public Refusal? CheckChange(IReadOnlyCollection<RoadmapItem> items)
    {
        if (Status is not (PlanStatus.Published or PlanStatus.InImplementation) || IsTranscription)
        {
            return RoadmapRefusals.PlanNotInForce;
        }

        if (items.Count == 0)
        {
            return RoadmapRefusals.ChangesNothing;
        }

        var lacked = PublishGate.Of(this).Items.ToHashSet();

        foreach (var part in items.GroupBy(item => item.CommitmentId))
        {
            if ((part.Key is null ? ChangeHead([.. part]) : commitments.Find(c => c.Id == part.Key)?.Change([.. part])) is { } refusal)
            {
                return refusal;
            }
        }

        return CheckWhole() ?? (PublishGate.Of(this).Items.FirstOrDefault(item => !lacked.Contains(item)) is { } missing
            ? RoadmapRefusals.WouldLack with { Detail = commitments.Find(c => c.Slug == missing.Commitment)?.Text.Title }
            : null);
    }

    private Refusal? ChangeHead(IReadOnlyList<RoadmapItem> items)
    {
        var head = Head;

        foreach (var item in items)
        {
            if (RoadmapValues.Of(head, item.Field) != item.Before)
            {
                return RoadmapRefusals.ChangedMeanwhile with { Detail = Title };
            }

            head = head.With(item.Field, item.After);
        }

        (title, summary, startsOn, endsOn) = (head.Title, head.Summary, head.StartsOn, head.EndsOn);
        Revision++;
        return null;
    }

    private Refusal? CheckWhole() =>
        string.IsNullOrWhiteSpace(Title) ? PlanRefusals.WithoutTitle
        : TextRules.CheckLength(("title", Title, LongestTitle), ("summary", Summary, TextRules.LongestText)) is { } tooLong ? tooLong
        : StartsOn is null || EndsOn is null ? PlanRefusals.WithoutPeriod
        : EndsOn < StartsOn ? PlanRefusals.EndsBeforeItBegins
        : commitments.OrderBy(c => c.Number).Select(CheckStanding).FirstOrDefault(refusal => refusal is not null);

    private Refusal? CheckStanding(Commitment commitment) =>
        commitment.WithdrawnOn is not null ? null
        : CheckInside(commitment) is { } outside ? outside with { Detail = commitment.Text.Title }
        : commitment.CheckChildren();
}
