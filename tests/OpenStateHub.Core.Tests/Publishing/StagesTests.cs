using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Publishing;

/// <summary>Where a place stood, on any day of its past: of dated facts alone.</summary>
public sealed class StagesTests
{
    private static readonly DateOnly Invited = new(2026, 1, 5);

    [Theory]
    [InlineData("2026-01-04", Stage.Listed)]
    [InlineData("2026-01-05", Stage.Invited)]
    [InlineData("2026-01-20", Stage.Onboarding)]
    [InlineData("2026-02-01", Stage.Declared)]
    [InlineData("2026-03-01", Stage.SecretariatInstalled)]
    [InlineData("2026-04-01", Stage.CoCreating)]
    [InlineData("2026-05-01", Stage.PlanPublished)]
    [InlineData("2026-06-01", Stage.Implementing)]
    [InlineData("2027-06-01", Stage.Evaluated)]
    public void Each_stage_begins_on_the_day_of_its_fact(string day, Stage expected)
    {
        var published = new PublishedTenant
        {
            TenantId = TenantId.New(),
            OnboardingOn = new(2026, 1, 20),
            DeclaredOn = new(2026, 2, 1),
            InstalledOn = new(2026, 3, 1),
            CoCreatingOn = new(2026, 4, 1),
            PlanPublishedOn = new(2026, 5, 1),
            ImplementingOn = new(2026, 6, 1),
            EvaluatedOn = new(2027, 6, 1),
        };

        Assert.Equal(expected, Stages.Of(Place(), published, DateOnly.Parse(day, null)));
    }

    [Fact]
    public void A_place_that_published_nothing_was_invited_or_is_merely_listed()
    {
        var listed = Place();
        Assert.Null(listed.BackToTheList());

        Assert.Equal(Stage.Invited, Stages.Of(Place(), null, Invited));
        Assert.Equal(Stage.Listed, Stages.Of(listed, null, Invited));
        Assert.Null(listed.InvitedOn);
    }

    [Fact]
    public void A_fact_of_before_the_invitation_counts_from_its_own_day() => Assert.Equal(
        Stage.SecretariatInstalled,
        Stages.Of(Place(), new PublishedTenant { TenantId = TenantId.New(), InstalledOn = new(2015, 4, 10) }, new DateOnly(2015, 10, 27)));

    private static Tenant Place()
    {
        var place = new Tenant { Slug = "chihuahua", Name = "Chihuahua", Kind = TenantKind.State, TimeZone = "America/Chihuahua" };
        Assert.Null(place.Activate(Invited));
        return place;
    }
}
