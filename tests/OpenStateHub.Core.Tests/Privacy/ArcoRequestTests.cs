using OpenStateHub.Core.Privacy.Arco;

namespace OpenStateHub.Core.Tests.Privacy;

public sealed class ArcoRequestTests
{
    // A Monday.
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Its_clock_starts_with_the_confirmation_and_counts_working_days()
    {
        var request = Asked();

        Assert.Null(request.NextDueOn);
        Assert.Null(request.Confirm(Today, answerDays: 20, Now));
        Assert.Equal(new DateOnly(2026, 7, 13), request.DueOn);

        // A link opened again moves no day.
        Assert.Null(request.Confirm(Today.AddDays(3), answerDays: 20, Now.AddDays(3)));
        Assert.Equal(Today, request.ReceivedOn);
    }

    [Fact]
    public void Whoever_confirms_after_a_week_asks_again() =>
        Assert.Equal(ArcoRefusals.LinkExpired, Asked().Confirm(Today.AddDays(7), 20, Now + ArcoRequest.Patience));

    [Fact]
    public void It_is_answered_once_with_reasons_and_only_once_confirmed()
    {
        Assert.Equal(ArcoRefusals.NotOpen, Asked().Settle(ArcoOutcome.Granted, "Porque sí procede.", Today, 15));

        var request = Received();
        Assert.Equal(ArcoRefusals.ReasonsMissing, request.Settle(ArcoOutcome.Denied, "  ", Today, 15));
        Assert.Null(request.Settle(ArcoOutcome.GrantedInPart, "Se corrige el nombre.", Today, carryDays: 15));
        Assert.Equal(new DateOnly(2026, 7, 6), request.CarryDueOn);
        Assert.Equal(ArcoRefusals.NotOpen, request.Settle(ArcoOutcome.Denied, "Cambié de idea.", Today, 15));
    }

    [Fact]
    public void What_was_denied_has_nothing_to_carry_out()
    {
        var request = Received();
        request.Settle(ArcoOutcome.Denied, "No hay datos suyos.", Today, 15);

        Assert.Null(request.NextDueOn);
        Assert.Equal(ArcoRefusals.NothingToCarryOut, request.CarryOut(Today));
    }

    [Fact]
    public void Each_clock_reminds_once_before_and_once_after_its_day()
    {
        var request = Received();
        var due = request.DueOn!.Value;

        Assert.Null(request.Remind(Today));
        Assert.Equal(ArcoReminder.Soon, request.Remind(due.AddDays(-7)));
        Assert.Null(request.Remind(due));
        Assert.Equal(ArcoReminder.Late, request.Remind(due.AddDays(1)));
        Assert.Null(request.Remind(due.AddDays(2)));

        request.Settle(ArcoOutcome.Granted, "Se corrige.", due.AddDays(2), 15);
        Assert.Null(request.Remind(due.AddDays(2)));
        Assert.Equal(ArcoReminder.CarryLate, request.Remind(request.CarryDueOn!.Value.AddDays(1)));
        request.CarryOut(request.CarryDueOn!.Value.AddDays(1));
        Assert.Null(request.Remind(request.CarryDueOn!.Value.AddDays(2)));
    }

    [Theory]
    [InlineData(0, 15)]
    [InlineData(61, 15)]
    [InlineData(20, 0)]
    public void A_period_is_a_number_of_days_that_makes_sense(int answer, int carry) => Assert.NotNull(new ArcoTerms().Change(answer, carry));

    private static ArcoRequest Received()
    {
        var request = Asked();
        request.Confirm(Today, 20, Now);
        return request;
    }

    private static ArcoRequest Asked() => new()
    {
        Kind = ArcoKind.Rectification,
        Name = "Ana Ríos",
        Address = "ana@ejemplo.mx",
        Text = "Mi nombre está mal escrito.",
        Language = "es",
        TokenHash = new string('a', 64),
        AskedAt = Now,
    };
}
