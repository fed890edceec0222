using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Core.Tests.Tracking;

public sealed class EvidenceItemTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void Has_a_title_a_web_address_and_no_day_in_the_future()
    {
        Assert.Null(Item().Check(Today));
        Assert.Equal(TrackingRefusals.EvidenceWithoutTitle, Item(title: " ").Check(Today));
        Assert.Equal(TrackingRefusals.EvidenceWithoutAddress, Item(url: "javascript:alert(1)").Check(Today));
        Assert.Equal(TrackingRefusals.EvidenceWithoutAddress, Item(url: "informe.pdf").Check(Today));
        Assert.Equal(TrackingRefusals.EvidenceInFuture, Item(datedOn: Today.AddDays(1)).Check(Today));
    }

    [Fact]
    public void Is_withdrawn_only_with_a_reason_and_once()
    {
        var item = Item();

        Assert.Equal(TrackingRefusals.WithdrawalWithoutReason, item.Withdraw(" ", others: 1, isNeeded: true, Today));
        Assert.Null(item.Withdraw("Muestra datos personales.", others: 1, isNeeded: true, Today));
        Assert.Equal((Today, "Muestra datos personales."), (item.WithdrawnOn, item.WithdrawalReason));
        Assert.Equal(TrackingRefusals.EvidenceAlreadyWithdrawn, item.Withdraw("Otra vez", others: 1, isNeeded: true, Today));
    }

    [Fact]
    public void The_last_one_stays_under_an_activity_that_stands_as_complete()
    {
        Assert.Equal(TrackingRefusals.LastEvidence, Item().Withdraw("Error", others: 0, isNeeded: true, Today));
        Assert.Null(Item().Withdraw("Error", others: 0, isNeeded: false, Today));
    }

    private static EvidenceItem Item(string title = "Informe", string url = "https://durango.example/informe", DateOnly? datedOn = null) =>
        new() { ActivityId = Guid.CreateVersion7(), Title = title, Url = url, DatedOn = datedOn };
}
