using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.Tests.ActionPlans;

public sealed class RoadmapChangeTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly AgreementNumber Agreement = AgreementNumber.From("2026/001")!.Value;

    [Fact]
    public void Says_what_it_is_about_and_why()
    {
        Assert.Equal(RoadmapRefusals.WithoutTitle, Change().Revise("", "Porque sí."));
        Assert.Equal(RoadmapRefusals.WithoutReason, Change().Revise("Dos meses más", " "));
    }

    [Fact]
    public void What_stays_as_it_is_is_no_change()
    {
        var change = Change();
        Assert.Null(change.Write(_ => true, [Item("2026-06-30", "2026-06-30")]));

        Assert.Empty(change.Items);
        Assert.Equal(RoadmapRefusals.ChangesNothing, change.Propose("Oficina", Today));
    }

    [Fact]
    public void Writing_a_value_again_replaces_it()
    {
        var change = Change();
        Assert.Null(change.Write(_ => true, [Item("2026-06-30", "2026-08-31")]));
        Assert.Null(change.Write(_ => true, [Item("2026-06-30", "2026-09-30")]));

        Assert.Equal("2026-09-30", Assert.Single(change.Items).After);
    }

    [Fact]
    public void Without_an_agreement_nothing_that_was_promised_changes()
    {
        var change = Proposed();

        Assert.Equal(RoadmapRefusals.WithoutAgreement, change.Approve(null, Today));
        Assert.Null(change.Approve(Agreement, Today));
        Assert.Equal(RoadmapRefusals.NotProposed, change.Approve(Agreement, Today));
    }

    [Fact]
    public void What_was_proposed_is_no_longer_written_and_goes_with_a_reason()
    {
        var change = Proposed();

        Assert.Equal(RoadmapRefusals.NotADraft, change.Write(_ => true, []));
        Assert.Equal(RoadmapRefusals.NotADraft, change.Revise("Otro", "Otra razón"));
        Assert.Equal(RoadmapRefusals.DroppedWithoutReason, change.Drop(" ", Today));
        Assert.Null(change.Drop("Ya no hace falta.", Today));
    }

    [Fact]
    public void A_draft_plan_is_not_changed_this_way() =>
        Assert.Equal(
            RoadmapRefusals.PlanNotInForce,
            new ActionPlan { Slug = "2026", Title = "Plan 2026" }.CheckChange([Item("a", "b")]));

    private static RoadmapChange Change() => new() { PlanId = Guid.CreateVersion7(), Title = "Dos meses más", Reason = "El laboratorio cerró por obras." };

    private static RoadmapChange Proposed()
    {
        var change = Change();
        Assert.Null(change.Write(_ => true, [Item("2026-06-30", "2026-08-31")]));
        Assert.Null(change.Propose("Oficina", Today));
        return change;
    }

    private static RoadmapItem Item(string before, string after) => new() { Field = RoadmapField.EndsOn, Before = before, After = after };
}
