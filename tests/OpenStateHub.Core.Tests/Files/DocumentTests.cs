using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Tests.Files;

public sealed class DocumentTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    private readonly Document document = new() { Sha256 = new string('a', 64), Name = "acta.pdf", Bytes = 1, PublishedOn = Today };

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    [InlineData("\0")]
    public void Refuses_a_withdrawal_without_a_reason(string? reason)
    {
        Assert.Equal(DocumentRefusals.WithdrawalWithoutReason, document.Withdraw(reason, Today));
        Assert.Null(document.WithdrawnOn);
    }

    [Fact]
    public void Refuses_a_reason_that_does_not_fit()
    {
        Assert.Equal(DocumentRefusals.ReasonTooLong, document.Withdraw(new string('x', Document.MaxReasonLength + 1), Today));
        Assert.Null(document.Withdraw(new string('x', Document.MaxReasonLength), Today));
    }

    [Fact]
    public void Is_withdrawn_once_and_keeps_the_first_reason()
    {
        Assert.Null(document.Withdraw(" Muestra un domicilio. ", Today));
        Assert.Equal(DocumentRefusals.AlreadyWithdrawn, document.Withdraw("Otra.", Today.AddDays(1)));

        Assert.Equal((Today, "Muestra un domicilio."), (document.WithdrawnOn, document.WithdrawalReason));
    }
}
