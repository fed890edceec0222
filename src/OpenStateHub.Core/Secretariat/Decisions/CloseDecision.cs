using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>What becomes of a vote whose effect is refused.</summary>
public enum IfNotApplied
{
    /// <summary>It stays as it is, and whoever wanted to close it reads why.</summary>
    SayWhy,

    /// <summary>It waits for the administrator, and says so in public: for the clock, which nobody stands beside.</summary>
    HoldOpen,

    /// <summary>It closes as not passed, with the reason.</summary>
    CloseUnapplied,
}

/// <summary>
/// Closes a decision: counts, records the outcome with each sector's vote and the seats that were there, makes the agreement of what passed and does
/// what it says, in one transaction. Where what it says cannot be done, nothing is recorded as passed.
/// </summary>
public sealed class CloseDecision(
    HubDbContext db, TenantContext tenant, DecisionEffects effects, CountVotes count, NumberAgreement number, PublicChange change, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(Guid id, IfNotApplied then, CancellationToken ct)
    {
        var (refusal, isOfEffect) = await CloseAsync(id, null, ct);

        if (refusal is null || !isOfEffect || then is IfNotApplied.SayWhy)
        {
            return refusal;
        }

        return then is IfNotApplied.CloseUnapplied ? (await CloseAsync(id, refusal, ct)).Refusal : await HoldOpenAsync(id, refusal, ct);
    }

    /// <param name="unapplied">Why its effect was refused before: it is closed without.</param>
    private async Task<(Refusal? Refusal, bool IsOfEffect)> CloseAsync(Guid id, Refusal? unapplied, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var decision = await LockAsync(id, ct);
        var counted = await count.ExecuteAsync(decision, ct);
        var now = clock.GetUtcNow();
        var closing = decision.ClosesAt < now ? decision.ClosesAt.Value : now;

        if (decision.Close(counted.Tally, counted.AllAnswered, now, DateOnly.FromDateTime(tenant.Current.LocalTime(closing))) is { } refusal)
        {
            return (refusal, false);
        }

        db.CountedSeats.AddRange(counted.There.Select(seat => new CountedSeat { DecisionId = id, SeatId = seat.SeatId, Choice = seat.Choice }));
        List<(string Code, Subject Subject)> made = [];

        if (decision.Outcome is DecisionOutcome.Passed && unapplied is not null)
        {
            decision.CloseUnapplied(unapplied);
        }
        else if (decision.Outcome is DecisionOutcome.Passed)
        {
            var agreement = await AgreeAsync(decision, ct);

            if (effects.Of(decision.Matter) is { } effect && await effect.ApplyAsync(decision, agreement, ct) is { } notApplied)
            {
                // What was prepared is forgotten with the transaction.
                db.ChangeTracker.Clear();
                return (notApplied, true);
            }

            made.Add((AgreementActs.Made, AgreementSubjects.Agreement(agreement.Id)));
        }

        await change.ExecuteAsync(new PublicAct(DecisionActs.Of(decision.Outcome), DecisionSubjects.Decision(id), decision.DecidedOn) { Parts = made }, ct);
        await transaction.CommitAsync(ct);
        return (null, false);
    }

    private async Task<Refusal?> HoldOpenAsync(Guid id, Refusal because, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var decision = await LockAsync(id, ct);

        if (decision.IsOpen)
        {
            decision.HoldOpen(because);
            await change.ExecuteAsync(new PublicAct(DecisionActs.Held, DecisionSubjects.Decision(id), tenant.Current.Today(clock)), ct);
            await transaction.CommitAsync(ct);
        }

        return because;
    }

    /// <summary>Votes under way are saved first; whoever comes later finds it closed.</summary>
    private async Task<Decision> LockAsync(Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from decisions where id = {id} for update", ct);
        return await db.Decisions.SingleAsync(d => d.Id == id, ct);
    }

    private async Task<Agreement> AgreeAsync(Decision decision, CancellationToken ct)
    {
        var on = decision.DecidedOn!.Value;
        var agreement = new Agreement
        {
            Number = await number.ExecuteAsync(on, ct),
            Title = decision.Title,
            Text = decision.Text,
            AgreedOn = on,
            DecisionId = decision.Id,
            SessionId = decision.SessionId,
            IsDemonstration = decision.IsDemonstration,
        };
        agreement.Entrust(decision.Responsible, decision.DueOn);

        if (effects.Of(decision.Matter) is { CarriesOutAll: true })
        {
            agreement.CarryOut();
        }

        db.Agreements.Add(agreement);
        return agreement;
    }
}
