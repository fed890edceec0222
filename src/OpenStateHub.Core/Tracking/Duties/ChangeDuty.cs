using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Duties;

/// <summary>Says that the place has a duty otherwise than usual, and from which source.</summary>
public sealed class ChangeDuty(HubDbContext db, TenantContext tenant, LockLedgerHead head, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required DutyCode Code { get; init; }
        public required bool IsApplicable { get; init; }
        public required int? Times { get; init; }
        public required int? Months { get; init; }
        public required DateOnly? EffectiveFrom { get; init; }
        public required string? Source { get; init; }
    }

    /// <param name="seen">The revision that the writer saw; 0 where the place had no row of its own.</param>
    public async Task<Refusal?> ExecuteAsync(Input input, int seen, CancellationToken ct)
    {
        if (!Enum.IsDefined(input.Code))
        {
            return DutyRefusals.Unknown;
        }

        if (input.EffectiveFrom is not { } from)
        {
            return DutyRefusals.WithoutDay;
        }

        var rule = new DutyRule(input.Code, input.IsApplicable, input.Times ?? 0, input.Months ?? 0, from, input.Source.Tidy() ?? "");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two who are the first to change it take turns on the head of the place's history.
        await head.ExecuteAsync(ct);
        var duty = await db.Duties.SingleOrDefaultAsync(d => d.Code == input.Code, ct);

        if (duty is null)
        {
            duty = new Duty { Code = input.Code };
            db.Duties.Add(duty);
        }

        if (duty.Change(rule, seen) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(new PublicAct(DutyActs.Changed, DutySubjects.Duty(input.Code), tenant.Current.Today(clock)), ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
