using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Core.Tracking.Indicators;

namespace OpenStateHub.Cli.Seeding;

/// <summary>What the seats of a demonstration's tenant say one by one, and what its indicators measured. All of it is invented.</summary>
internal sealed class DemoReports(DemoTenant tenant, DemoFile file)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var part in file.SeatAnswers)
        {
            await AnswerAsync(part, ct);
        }

        foreach (var part in file.Measured)
        {
            await MeasureAsync(part, ct);
        }
    }

    private async Task AnswerAsync(DemoFile.SeatAnswerPart part, CancellationToken ct)
    {
        var report = await tenant.ReadAsync(db => (
            from r in db.ProgressReports
            join a in db.Activities on r.ActivityId equals a.Id
            where a.Description == part.Activity
            orderby r.Number descending
            select r.Id).FirstAsync(ct));
        var seat = await SeatAsync(part.Sector, part.Organization, part.On, ct);
        await tenant.DoAsync<AnswerReports>(part.Activity, command => command.ExecuteAsync(
            new AnswerReports.Input { Reports = [report], SeatId = seat, On = tenant.On(part.On), Outcome = part.Outcome, Reasons = part.Reasons }, ct));
    }

    private async Task MeasureAsync(DemoFile.MeasuredPart part, CancellationToken ct)
    {
        var commitment = await tenant.ReadAsync(db => db.Commitments.Where(c => c.Slug == part.Commitment).Select(c => c.Id).SingleAsync(ct));
        await tenant.DoAsync<RecordIndicatorValue>($"{part.Commitment} {part.Value}", command => command.ExecuteAsync(
            new RecordIndicatorValue.Input
            {
                CommitmentId = commitment,
                Value = part.Value,
                MeasuredOn = tenant.On(part.On),
                Source = part.Source,
                Url = part.Url,
                Note = part.Note,
                Sector = part.Sector,
                Office = part.Office,
                On = tenant.On(part.On),
                IsDemonstration = true,
            },
            ct));

        foreach (var answer in part.Answers ?? [])
        {
            var value = await tenant.ReadAsync(db => db.IndicatorValues.Where(v => v.CommitmentId == commitment).OrderByDescending(v => v.Id).Select(v => v.Id).FirstAsync(ct));
            var seat = await SeatAsync(answer.Sector, answer.Organization, answer.On, ct);
            await tenant.DoAsync<AnswerIndicatorValue>($"{part.Commitment} {answer.Organization}", command => command.ExecuteAsync(
                new(value, seat, PersonId: null, answer.Outcome, answer.Reasons, tenant.On(answer.On)), ct));
        }
    }

    private async Task<Guid?> SeatAsync(Sector sector, string organization, Day day, CancellationToken ct)
    {
        var on = day.On(tenant.Today);
        var seats = await tenant.ReadAsync(db => db.Seats.AsNoTracking().Where(s => s.Sector == sector && s.Organization == organization).OrderBy(s => s.Id).ToListAsync(ct));
        return seats.Find(seat => seat.IsHeldOn(on))?.Id;
    }
}
