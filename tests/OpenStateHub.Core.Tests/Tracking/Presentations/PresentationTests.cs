using OpenStateHub.Core.Tests.ActionPlans;
using OpenStateHub.Core.Tracking.Presentations;

namespace OpenStateHub.Core.Tests.Tracking.Presentations;

public sealed class PresentationTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 18, 0, 0, TimeSpan.Zero);
    private static readonly PresentationText Text = new(null, "Primer informe", null, Now.AddDays(10), null, "Plaza de Armas", null);
    private static readonly PresentationResult Result = new("Se presentaron seis compromisos.", 80, null);

    [Fact]
    public void Is_announced_with_title_place_and_time()
    {
        Assert.Equal(PresentationRefusals.WithoutTitle, AFresh().Announce(Text with { Title = "" }));
        Assert.Equal(PresentationRefusals.WithoutPlace, AFresh().Announce(Text with { Place = null }));
        Assert.Equal(PresentationRefusals.EndsBeforeItBegins, AFresh().Announce(Text with { EndsAt = Text.StartsAt.AddHours(-1) }));
        Assert.Equal(PresentationRefusals.LinkMalformed, AFresh().Announce(Text with { Link = "javascript:alert(1)" }));
        Assert.Null(AFresh().Announce(Text));
    }

    [Fact]
    public void Is_held_once_it_began_and_says_what_came_of_it()
    {
        var presentation = Announced();

        Assert.Equal(PresentationRefusals.NotBegun, presentation.Hold(Result, seen: 0, Now));
        Assert.Equal(PresentationRefusals.HeldWithoutSummary, presentation.Hold(Result with { Summary = "" }, seen: 0, Text.StartsAt));
        Assert.Null(presentation.Hold(Result, seen: 0, Text.StartsAt));
        Assert.Equal(PresentationRefusals.AlreadyHeld, presentation.Cancel("Se pospone.", seen: 1));
        Assert.Null(presentation.Hold(Result with { MinutesLink = "https://example.org/minuta.pdf" }, seen: 1, Text.StartsAt.AddDays(3)));
    }

    [Fact]
    public void Is_cancelled_with_its_reason_and_stays_so()
    {
        var presentation = Announced();

        Assert.Equal(PresentationRefusals.CancelledWithoutReason, presentation.Cancel("", seen: 0));
        Assert.Null(presentation.Cancel("Contingencia.", seen: 0));
        Assert.Equal(PresentationRefusals.Cancelled, presentation.Hold(Result, seen: 1, Text.StartsAt));
        Assert.Equal(PresentationRefusals.Cancelled, presentation.Change(Text, seen: 1));
    }

    private static Presentation AFresh() => new() { AnnouncedOn = Given.Today };

    private static Presentation Announced()
    {
        var presentation = AFresh();
        Assert.Null(presentation.Announce(Text));
        return presentation;
    }
}
