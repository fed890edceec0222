using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Answers;

namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>Says for a seat whether it stands by a measured value, or changes what it said. No figure follows from it.</summary>
public sealed class AnswerIndicatorValue(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    public sealed record Input(Guid ValueId, Guid? SeatId, Guid? PersonId, ConfirmationOutcome? Outcome, string? Reasons, DateOnly? On = null);

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var on = input.On ?? tenant.Current.Today(clock);
        var reasons = input.Reasons?.ReplaceLineEndings("\n").Tidy();

        if (input.Outcome is not { } outcome || !Enum.IsDefined(outcome))
        {
            return TrackingRefusals.AnswerWithoutOutcome;
        }

        if (outcome is ConfirmationOutcome.Refused && reasons is null)
        {
            return IndicatorRefusals.DisputedWithoutReasons;
        }

        if (TextRules.CheckLength(("reasons", reasons, SeatAnswer.LongestReasons)) is { } tooLong)
        {
            return tooLong;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from indicator_values where id = {input.ValueId} for update", ct);
        var value = await db.IndicatorValues.Include(v => v.Answers).SingleAsync(v => v.Id == input.ValueId, ct);

        if (await db.Seats.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.SeatId, ct) is not { } seat || !seat.IsHeldOn(on))
        {
            return TrackingRefusals.NoSeat;
        }

        if (value.WithdrawnOn is not null || (input.PersonId is not null && value.ReportedBy == input.PersonId))
        {
            return value.WithdrawnOn is not null ? IndicatorRefusals.AlreadyWithdrawn : IndicatorRefusals.OwnValue;
        }

        var answer = value.Answers.FirstOrDefault(a => a.SeatId == seat.Id)
            ?? db.ValueAnswers.Add(new ValueAnswer { ValueId = value.Id, SeatId = seat.Id }).Entity;

        if (!answer.Say(outcome, reasons, on))
        {
            return null;
        }

        var slug = await db.Commitments.Where(c => c.Id == value.CommitmentId).Select(c => c.Slug).SingleAsync(ct);
        await change.ExecuteAsync(
            new PublicAct(IndicatorActs.Answered, IndicatorSubjects.Value(slug, value.Id), on)
            {
                By = new ActingOffice.Named(seat.Organization, seat.Sector.ToString()),
                ChangesFigures = false,
            },
            ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
