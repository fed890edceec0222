using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tests.ActionPlans;

/// <summary>What people may change of a draft, and what they may not.</summary>
public sealed class RevisionTests
{
    private static readonly DateOnly Today = Given.Today;

    [Fact]
    public void A_revision_says_what_was_seen_and_raises_the_number()
    {
        var (_, commitment) = Given.PlanWith();

        Assert.Null(commitment.Revise(As(commitment) with { Text = commitment.Text with { Title = "Agua clara" } }, seen: 0));
        Assert.Equal((1, "Agua clara"), (commitment.Revision, commitment.Text.Title));

        Assert.Equal(
            CommitmentRefusals.ChangedMeanwhile,
            commitment.Revise(As(commitment) with { Text = commitment.Text with { Title = "Otra" } }, seen: 0));
        Assert.Equal((1, "Agua clara"), (commitment.Revision, commitment.Text.Title));
    }

    [Fact]
    public void What_is_refused_changes_nothing()
    {
        var (_, commitment) = Given.PlanWith(Given.Activity());
        var before = As(commitment);

        Assert.Equal(CommitmentRefusals.WithoutTitle, commitment.Revise(before with { Text = before.Text with { Title = " " } }, 0));
        Assert.Equal(PlanRefusals.CommitmentOutsidePlan, commitment.Revise(before with { Text = before.Text with { EndsOn = new(2027, 1, 1) } }, 0));
        Assert.Equal(
            CommitmentRefusals.WouldLeaveOut with { Detail = "Medir la calidad del agua" },
            commitment.Revise(before with { Text = before.Text with { EndsOn = new(2026, 6, 29) } }, 0));
        Assert.Equal(CommitmentRefusals.NumberOutOfRange, commitment.Revise(before with { Number = 0 }, 0));
        Assert.Equal(
            CommitmentRefusals.ValueWithoutReason,
            commitment.Revise(before with { Values = [new() { Value = OpenGovernmentValue.PublicAccountability, Reason = " " }] }, 0));
        Assert.Equal((0, "Agua Limpia"), (commitment.Revision, commitment.Text.Title));
    }

    [Fact]
    public void Parts_that_stay_keep_their_row_and_those_that_are_gone_go()
    {
        var (_, commitment) = Given.PlanWith();
        CommitmentActor Body(string name, Sector sector) => new() { Role = ActorRole.Lead, Sector = sector, Organization = name };
        Assert.Null(commitment.Revise(As(commitment) with { Actors = [Body("Aguas", Sector.Government), Body("IDAIP", Sector.Government)] }, 0));
        var kept = commitment.Actors[1].Id;

        Assert.Null(commitment.Revise(As(commitment) with { Actors = [Body("IDAIP", Sector.Guarantor), Body("Vecinos", Sector.CivilSociety)] }, 1));

        Assert.Equal(
            [("IDAIP", Sector.Guarantor), ("Vecinos", Sector.CivilSociety)],
            commitment.Actors.Select(a => (a.Organization, a.Sector)));
        Assert.Equal(kept, commitment.Actors[0].Id);
    }

    [Fact]
    public void Text_that_does_not_fit_is_refused_beside_its_field()
    {
        var (_, commitment) = Given.PlanWith();
        var before = As(commitment);

        Refusal? Refused(CommitmentText text) => commitment.Revise(before with { Text = text }, 0);

        Assert.Equal(("text.too-long", "title"), Code(Refused(before.Text with { Title = new string('a', 501) })));
        Assert.Equal(("text.too-long", "shortTitle"), Code(Refused(before.Text with { ShortTitle = new string('a', 201) })));
        Assert.Equal(("text.too-long", "problem"), Code(Refused(before.Text with { Problem = new string('a', 10_001) })));
        Assert.Equal(("text.too-long", "uniqueId"), Code(commitment.Revise(before with { UniqueId = new string('a', 41) }, 0)));
        Assert.Equal(("text.too-long", "title"), Code(new ActionPlan { Slug = "x", Title = new string('a', 301) }.Check(Today)));
        Assert.Equal(("text.too-long", "title"), Code(Given.Plan().Add(new PlanAxis { Title = new string('a', 301) })));
    }

    [Fact]
    public void Blank_text_is_no_text()
    {
        var text = new CommitmentText { Title = " Agua\0 ", ShortTitle = "  ", Problem = "", Indicator = new(" ", null, " ", null) }.Tidy();

        Assert.Equal(new CommitmentText { Title = "Agua", PolicyAreas = text.PolicyAreas, Sdgs = text.Sdgs }, text);
    }

    [Fact]
    public void A_published_plan_keeps_every_word()
    {
        var (plan, commitment) = Given.PlanWith(Given.Activity());
        var axis = new PlanAxis { Title = "Agua" };
        Assert.Null(plan.Add(axis));
        Given.InImplementation(plan);

        Assert.Equal(PlanRefusals.PublishedTextIsBound, commitment.Revise(As(commitment), commitment.Revision));
        Assert.Equal(PlanRefusals.PublishedTextIsBound, plan.Revise(plan.Head with { Title = "Otro" }, plan.Head, Today));
        Assert.Equal(PlanRefusals.PublishedTextIsBound, plan.Rename(axis.Id, "Otro"));
        Assert.Equal(PlanRefusals.PublishedTextIsBound, plan.Move(axis.Id, 1));
        Assert.Equal(PlanRefusals.PublishedTextIsBound, plan.Remove(axis.Id));
        Assert.Equal("Agua", axis.Title);
    }

    [Fact]
    public void A_period_that_leaves_something_outside_is_refused_by_name()
    {
        var (plan, _) = Given.PlanWith(Given.Activity(dueOn: new(2026, 11, 30)));

        var shorter = plan.Revise(plan.Head with { EndsOn = new(2026, 10, 31) }, plan.Head, Today);

        Assert.Equal(PlanRefusals.WouldLeaveOut with { Detail = "Agua Limpia" }, shorter);
        Assert.Equal(new DateOnly(2026, 12, 31), plan.EndsOn);
        Assert.Null(plan.Revise(plan.Head with { EndsOn = new(2026, 11, 30) }, plan.Head, Today));
    }

    [Fact]
    public void Nobody_overwrites_a_title_that_they_have_not_read()
    {
        var plan = Given.Plan();
        var seen = plan.Head;
        Assert.Null(plan.Revise(seen with { Title = "Plan de Ana" }, seen, Today));

        Assert.Equal(PlanRefusals.ChangedMeanwhile, plan.Revise(seen with { Title = "Plan de Luis" }, seen, Today));
    }

    [Fact]
    public void Axes_move_within_their_plan_and_go_only_when_empty()
    {
        var plan = Given.Plan();
        PlanAxis[] axes = [new() { Title = "Agua" }, new() { Title = "Aire" }, new() { Title = "Suelo" }];
        Assert.All(axes, axis => Assert.Null(plan.Add(axis)));
        string[] Order() => [.. plan.Axes.OrderBy(a => a.Position).Select(a => a.Title)];

        Assert.Null(plan.Move(axes[2].Id, -1));
        Assert.Equal(["Agua", "Suelo", "Aire"], Order());
        Assert.Null(plan.Move(axes[0].Id, -1));
        Assert.Equal(["Agua", "Suelo", "Aire"], Order());

        Assert.Null(plan.Add(new Commitment { AxisId = axes[0].Id, Number = 1, Slug = "agua", Text = new() { Title = "Agua" } }));
        Assert.Equal(PlanRefusals.AxisNotEmpty, plan.Remove(axes[0].Id));
        Assert.Null(plan.Remove(axes[2].Id));
        Assert.Equal([("Agua", 0), ("Aire", 1)], plan.Axes.OrderBy(a => a.Position).Select(a => (a.Title, a.Position)));
        Assert.Equal(PlanRefusals.AxisUnknown, plan.Remove(axes[2].Id));
        Assert.Equal(PlanRefusals.AxisWithoutTitle, plan.Rename(axes[1].Id, " "));
    }

    [Fact]
    public void No_address_of_the_editor_is_given_to_a_commitment() =>
        Assert.Equal(("nuevo-2", "agua"), (Codes.FreeSlug("nuevo", new HashSet<string>()), Codes.FreeSlug("agua", new HashSet<string>())));

    private static (string?, string?) Code(Refusal? refusal) => (refusal?.Code, refusal?.Field);

    private static CommitmentRevision As(Commitment c) => new(c.AxisId, c.Number, c.UniqueId, c.ContinuationOfId, c.Text, c.Actors, c.Values, c.Links);
}
