using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Tenancy;

/// <summary>One body, one name a day; an ended name keeps its days.</summary>
public sealed class DatedNameTests
{
    private static readonly DateOnly Day = new(2025, 3, 20);

    [Fact]
    public void Two_names_of_one_body_never_share_a_day()
    {
        var before = Named(null, Day);

        Assert.Equal(DatedNameRefusals.Overlaps with { Detail = before.Name }, Named(Day, null).Check([before]));
        Assert.Null(Named(Day.AddDays(1), null).Check([before]));
        Assert.Equal(DatedNameRefusals.Overlaps with { Detail = before.Name }, Named(null, null).Check([before]));
        Assert.Null(Named(Day, null, NameSubject.NationalBody).Check([before]));
    }

    [Fact]
    public void Several_laws_may_hold_together() =>
        Assert.Null(Named(Day, null, NameSubject.LegalBasis).Check([Named(null, null, NameSubject.LegalBasis)]));

    [Fact]
    public void A_name_ends_once_and_not_before_it_began()
    {
        var name = Named(Day, null);

        Assert.Equal(DatedNameRefusals.LastDayMissing, name.End(null));
        Assert.Equal(TenantRefusals.NameEndsBeforeItBegins, name.End(Day.AddDays(-1)));
        Assert.Null(name.End(Day));
        Assert.True(name.HoldsOn(Day) && !name.HoldsOn(Day.AddDays(1)));
        Assert.Equal(DatedNameRefusals.AlreadyEnded, name.End(Day.AddDays(5)));
    }

    [Fact]
    public void The_limits_are_those_that_the_refusals_say()
    {
        Assert.Equal($"{DatedName.MaxNameLength}", DatedNameRefusals.NameTooLong.Detail);
        Assert.Equal($"{DatedName.MaxAcronymLength}", DatedNameRefusals.AcronymTooLong.Detail);
        Assert.Equal($"{DatedName.MaxSourceLength}", DatedNameRefusals.SourceTooLong.Detail);
    }

    private static DatedName Named(DateOnly? from, DateOnly? until, NameSubject subject = NameSubject.Guarantor) =>
        new() { Subject = subject, Name = "IDAIP", FromOn = from, UntilOn = until };
}
