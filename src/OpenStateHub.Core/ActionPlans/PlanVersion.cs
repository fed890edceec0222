using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>A plan as it was signed: its whole text and the hash of it. Followed by the next version, never changed.</summary>
public sealed class PlanVersion
{
    public required Guid PlanId { get; init; }

    /// <summary>1 for the text that was published.</summary>
    public required int Number { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>The agreement that approved it; null in a transcription whose source names none.</summary>
    public AgreementNumber? Agreement { get; init; }

    /// <summary>The change of the roadmap that it makes; null for the text that was published.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>The canonical text of <see cref="PlanText.Whole"/>.</summary>
    public required string Text { get; init; }

    public required string Sha256 { get; init; }

    /// <param name="plan">Whole and public.</param>
    /// <param name="slugs">The slugs of all commitments of the place, by id.</param>
    public static PlanVersion First(ActionPlan plan, AgreementNumber? agreement, DateOnly signedOn, IReadOnlyDictionary<Guid, string> slugs) =>
        Of(plan, 1, agreement, signedOn, null, slugs);

    /// <param name="plan">Whole, as it is from now on.</param>
    /// <param name="change">Approved.</param>
    public static PlanVersion Next(ActionPlan plan, int number, RoadmapChange change, IReadOnlyDictionary<Guid, string> slugs) =>
        Of(plan, number, change.Agreement, change.ApprovedOn!.Value, change.Id, slugs);

    private static PlanVersion Of(
        ActionPlan plan, int number, AgreementNumber? agreement, DateOnly signedOn, Guid? changeId, IReadOnlyDictionary<Guid, string> slugs)
    {
        var text = PlanText.Whole(plan, slugs);
        return new PlanVersion
        {
            PlanId = plan.Id,
            Number = number,
            SignedOn = signedOn,
            Agreement = agreement,
            ChangeId = changeId,
            Text = text,
            Sha256 = CanonicalText.Sha256Of(text),
        };
    }
}
