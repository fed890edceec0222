using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Cutoffs;

namespace OpenStateHub.Core.Tests.Tracking.Cutoffs;

public sealed class CutoffSnapshotTests
{
    [Fact]
    public void What_was_frozen_is_read_back_as_it_was_written_and_written_alike_again()
    {
        var text = ASnapshot().ToText();

        Assert.Equal(text, CutoffSnapshot.From(text).ToText());
        Assert.Contains("\"title\": \"Agua Limpia: «medición»\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Counts_what_is_late_and_what_nobody_explained()
    {
        var read = CutoffSnapshot.From(ASnapshot().ToText());

        Assert.Equal((2, 1), (read.LateActivities, read.LateUnexplained));
    }

    private static CutoffSnapshot ASnapshot() => new()
    {
        Place = "Durango", Plan = "2026", PlanTitle = "Plan 2026", CutoffOn = new(2026, 6, 15), Reported = 33.333333333333m, Verified = 0, Counted = 1, Total = 1,
        Commitments =
        [
            new()
            {
                Number = 1, Slug = "agua-limpia", Title = "Agua Limpia: «medición»", Axis = "Agua", Status = ActivityStatus.InProgress,
                Reported = 33.333333333333m, Verified = 0,
                Activities =
                [
                    Line(isLate: true, obstacle: null),
                    Line(isLate: true, new(ObstacleCause.Budget, "No llegó el recurso.", "Se pidió una ampliación.")),
                    Line(isLate: false, obstacle: null),
                ],
            },
        ],
    };

    private static CutoffSnapshot.ActivityLine Line(bool isLate, CutoffSnapshot.ObstacleLine? obstacle) => new()
    {
        Id = Guid.Parse("0190f000-0000-7000-8000-000000000001"), Description = "Medir", Weight = 3333, DueOn = new(2026, 5, 1), Status = ActivityStatus.InProgress,
        Reported = 40, Verified = 0, IsLate = isLate, Evidence = 1, ConfirmedBy = [Sector.CivilSociety], Obstacle = obstacle,
    };
}
