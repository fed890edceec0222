using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Core.Tracking.Presentations;

namespace OpenStateHub.Cli.Seeding;

/// <summary>How the demonstration's tenants give account: cut-off days with their reports and rectifications, the public sessions of before and to come, and what was assessed.</summary>
internal sealed class DemoAccountability(DemoTenant tenant, DemoFile file, Sources sources)
{
    private static readonly TimeOnly From = new(17, 0);
    private static readonly TimeOnly Until = new(19, 0);

    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var part in file.Cutoffs)
        {
            await SeedCutoffAsync(part, ct);
        }

        foreach (var part in file.Presentations)
        {
            await SeedPresentationAsync(part, ct);
        }

        foreach (var part in file.Assessments)
        {
            var plan = await tenant.PlanAsync(part.Plan, ct);
            await tenant.DoAsync<RecordAssessment>(part.Plan, command => command.ExecuteAsync(
                new RecordAssessment.Input
                {
                    Code = DutyCode.InceptionAssessed, Subject = plan, DoneOn = tenant.On(part.On), Note = part.Note, IsDemonstration = true,
                },
                ct));
        }

        // The clocks of the duties count sessions and presentations, which came after the first computation.
        await tenant.DoAsync<RefreshMetrics>(file.Slug, async command =>
        {
            await command.ExecuteAsync(ct);
            return null;
        });
    }

    private async Task SeedCutoffAsync(DemoFile.CutoffPart part, CancellationToken ct)
    {
        var plan = await tenant.PlanAsync(part.Plan, ct);
        var input = new SetCutoff.Input
        {
            PlanId = plan, On = tenant.On(part.On), Source = sources.Of(part.Source), IsDemonstration = part.Source is null,
        };
        await tenant.DoAsync<SetCutoff>(part.Plan, command => command.ExecuteAsync(input, ct));

        if (part.On.On(tenant.Today) < tenant.Today)
        {
            await tenant.DoAsync<FreezeCutoff>(part.Plan, command => command.ExecuteAsync(input.Id, ct));
        }

        foreach (var correction in part.Rectifications)
        {
            await tenant.DoAsync<RectifyReport>(correction.Concerns, command => command.ExecuteAsync(
                new RectifyReport.Input
                {
                    CutoffId = input.Id,
                    Concerns = correction.Concerns,
                    Reads = correction.Reads,
                    ShouldRead = correction.ShouldRead,
                    Reason = correction.Reason,
                    IsDemonstration = true,
                },
                ct));
        }
    }

    private async Task SeedPresentationAsync(DemoFile.PresentationPart part, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await tenant.DoAsync<AnnouncePresentation>(part.Title, command => command.ExecuteAsync(
            id,
            new PresentationInput
            {
                Plan = part.Plan, Title = part.Title, About = part.About, Day = tenant.On(part.On), From = From, Until = Until, Place = part.Place, Link = part.Link,
            },
            ct,
            isDemonstration: true));

        if (part.Summary is not null)
        {
            await tenant.DoAsync<HoldPresentation>(part.Title, command =>
                command.ExecuteAsync(id, new HoldPresentation.Input(part.Summary, part.Attendees, part.MinutesLink), seen: 0, ct));
        }

        if (part.Cancelled is not null)
        {
            await tenant.DoAsync<CancelPresentation>(part.Title, command => command.ExecuteAsync(id, part.Cancelled, seen: 0, ct));
        }
    }
}
