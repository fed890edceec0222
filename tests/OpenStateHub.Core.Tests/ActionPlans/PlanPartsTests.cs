using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

/// <summary>What may be changed, moved and taken out of a plan until its secretariat approves it.</summary>
public sealed class PlanPartsTests
{
    private static readonly ActivityText Text = new() { Description = "Medir cada mes", DueOn = new(2026, 5, 31), Deliverable = "Acta" };

    [Fact]
    public void A_revised_activity_says_the_new_text_tidied()
    {
        var (_, commitment) = Given.PlanWith(Given.Activity());
        var activity = commitment.Activities[0];

        Assert.Null(commitment.Revise(activity, Text with { Deliverable = " Acta ", GovernmentOwner = " ", MeansOfVerification = ["Foto ", "", " "] }, weight: null));

        Assert.Equal(("Medir cada mes", "Acta", null, 1), (activity.Description, activity.Deliverable, activity.GovernmentOwner, activity.Revision));
        Assert.Equal(["Foto"], activity.MeansOfVerification);
        Assert.Equal(new DateOnly(2026, 5, 31), activity.DueOn);
    }

    public static TheoryData<ActivityText, string, string?> Wrong => new()
    {
        { Text with { Description = " " }, ActivityRefusals.WithoutDescription.Code, "description" },
        { Text with { Description = new string('a', 2001) }, "text.too-long", "description" },
        { Text with { GovernmentOwner = new string('a', 301) }, "text.too-long", "governmentOwner" },
        { Text with { CivilSocietyOwner = new string('a', 301) }, "text.too-long", "civilSocietyOwner" },
        { Text with { Deliverable = new string('a', 2001) }, "text.too-long", "deliverable" },
        { Text with { MeansOfVerification = [new string('a', 10_001)] }, "text.too-long", "meansOfVerification" },
        { Text with { StartsOn = new(2026, 6, 1) }, ActivityRefusals.DueBeforeItStarts.Code, "dueOn" },
        { Text with { DueOn = new(2027, 1, 1) }, CommitmentRefusals.ActivityOutsideCommitment.Code, "dueOn" },
        { Text with { StartsOn = new(2025, 12, 31) }, CommitmentRefusals.ActivityOutsideCommitment.Code, "dueOn" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_text_is_refused_beside_its_field_and_changes_nothing(ActivityText text, string code, string? field)
    {
        var (plan, commitment) = Given.PlanWith(Given.Activity());
        var (activity, revision) = (commitment.Activities[0], plan.Revision);

        var refusal = commitment.Revise(activity, text, weight: null);

        Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
        Assert.Equal(("Medir la calidad del agua", 0, revision), (activity.Description, activity.Revision, plan.Revision));
    }

    [Fact]
    public void A_new_weight_makes_the_others_give_way_in_their_proportions()
    {
        var (_, commitment) = Given.PlanWith(Given.Activity(), Given.Activity(), Given.Activity());
        var ids = commitment.Activities.Select(a => a.Id).ToList();
        Assert.Null(commitment.SetWeights(null, Weighed(ids, 5000, 3000, 2000)));

        Assert.Null(commitment.Revise(commitment.Activities[0], Text, weight: 7500));

        Assert.Equal([7500, 1500, 1000], commitment.Activities.Select(a => a.Weight));
        Assert.Equal(CommitmentRefusals.WeightLeavesNoRoom, commitment.Revise(commitment.Activities[0], Text, weight: 9999));
        Assert.Equal(CommitmentRefusals.WeightOutOfRange, commitment.Revise(commitment.Activities[0], Text, weight: 0));
    }

    [Fact]
    public void Weights_total_exactly_100_percent_of_the_children_there_are()
    {
        var (_, commitment) = Given.PlanWith(Given.Activity(), Given.Activity());
        var ids = commitment.Activities.Select(a => a.Id).ToList();

        Assert.Equal(CommitmentRefusals.WeightsNotWhole with { Detail = "99.99" }, commitment.SetWeights(null, Weighed(ids, 5000, 4999)));
        Assert.Equal(CommitmentRefusals.WeightOutOfRange, commitment.SetWeights(null, Weighed(ids, 10_000, 0)));
        Assert.Equal(CommitmentRefusals.WeightsOfOthers, commitment.SetWeights(null, Weighed([ids[0]], 10_000)));
        Assert.Equal(CommitmentRefusals.WeightsOfOthers, commitment.SetWeights(null, Weighed([ids[0], Guid.CreateVersion7()], 5000, 5000)));
        Assert.Null(commitment.SetWeights(null, Weighed(ids, 1, 9999)));
    }

    [Fact]
    public void Parts_move_by_one_place_and_stop_at_the_ends()
    {
        var (_, commitment) = Given.PlanWith(Given.Activity(), Given.Activity(), Given.Activity());
        var (a, b, c) = (commitment.Activities[0], commitment.Activities[1], commitment.Activities[2]);

        Assert.Null(commitment.Move(c, Direction.Up));
        Assert.Null(commitment.Move(a, Direction.Up));
        Assert.Equal([a, c, b], commitment.Activities.OrderBy(x => x.Position));

        Assert.Null(commitment.Move(a, Direction.Down));
        Assert.Null(commitment.Move(b, Direction.Down));
        Assert.Equal([c, a, b], commitment.Activities.OrderBy(x => x.Position));
    }

    [Fact]
    public void Commitments_exchange_numbers_within_their_axis_and_close_the_gap_of_one_that_goes()
    {
        var plan = Given.Plan();
        var axis = Guid.CreateVersion7();
        var all = Enumerable.Range(1, 4).Select(number => InAxis(number, number == 2 ? Guid.CreateVersion7() : axis)).ToList();
        all.ForEach(commitment => Assert.Null(plan.Add(commitment)));

        Assert.Null(plan.Move(all[2], Direction.Up));
        Assert.Equal([3, 2, 1, 4], all.Select(c => c.Number));
        Assert.Null(plan.Move(all[2], Direction.Up));
        Assert.Equal([3, 2, 1, 4], all.Select(c => c.Number));

        Assert.Null(plan.Remove(all[1]));
        Assert.Equal([2, 1, 3], plan.Commitments.Select(c => c.Number));
    }

    [Fact]
    public void An_action_goes_with_its_activities()
    {
        var (_, commitment) = Given.PlanWith();
        var (stays, goes) = (new CommitmentAction { Title = "Medir" }, new CommitmentAction { Title = "Publicar" });
        Assert.Null(commitment.Add(goes, weight: null));
        Assert.Null(commitment.Add(stays, weight: null));
        Assert.Null(commitment.Add(Given.Activity(), goes, weight: null));
        Assert.Null(commitment.Add(Given.Activity(), stays, weight: null));

        Assert.Null(commitment.Remove(goes));

        Assert.Equal([stays], commitment.Actions);
        Assert.Equal((10_000, 0), (stays.Weight, stays.Position));
        Assert.Equal(stays.Id, Assert.Single(commitment.Activities).ActionId);
    }

    [Fact]
    public void Nothing_changes_once_the_secretariat_approved()
    {
        var (plan, commitment) = Given.PlanWith(Given.Activity());
        var activity = commitment.Activities[0];
        Given.Approved(plan);

        Assert.Equal(PlanRefusals.ApprovedTextIsBound, commitment.Revise(activity, Text, weight: null));
        Assert.Equal(PlanRefusals.ApprovedTextIsBound, commitment.Move(activity, Direction.Up));
        Assert.Equal(PlanRefusals.ApprovedTextIsBound, commitment.SetWeights(null, Weighed([activity.Id], 10_000)));
        Assert.Equal(PlanRefusals.ApprovedTextIsBound, commitment.Remove(activity));
        Assert.Equal(PlanRefusals.ApprovedTextIsBound, plan.Move(commitment, Direction.Up));
        Assert.Equal(PlanRefusals.ApprovedTextIsBound, plan.Remove(commitment));
        Assert.Equal([activity], commitment.Activities);
        Assert.Equal([commitment], plan.Commitments);
    }

    private static Commitment InAxis(int number, Guid axis) => new() { AxisId = axis, Number = number, Slug = $"c-{number}", Text = new() { Title = $"Compromiso {number}" } };

    private static Dictionary<Guid, int> Weighed(IReadOnlyList<Guid> ids, params int[] weights) =>
        ids.Index().ToDictionary(pair => pair.Item, pair => weights[pair.Index]);
}
