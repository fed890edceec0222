using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Agreements;

/// <summary>Says what became of an agreement, and may give it to another body or another day. Every note stays.</summary>
public sealed class FollowAgreement(
    HubDbContext db, TenantContext tenant, LockLedgerHead ledger, ActingOffice office, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid AgreementId { get; init; }
        public required AgreementState State { get; init; }
        public required string Text { get; init; }
        public string? Responsible { get; init; }
        public DateOnly? DueOn { get; init; }

        /// <summary>The revision that the writer saw.</summary>
        public required int Revision { get; init; }
    }

    /// <returns>Whether the place has such an agreement, and why nothing was noted.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.ExecuteAsync(ct);

        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == input.AgreementId, ct) is not { } agreement)
        {
            return (false, null);
        }

        if (agreement.Revision != input.Revision)
        {
            return (true, AgreementRefusals.ChangedMeanwhile);
        }

        var today = tenant.Current.Today(clock);
        var note = new AgreementNote
        {
            AgreementId = agreement.Id,
            State = input.State,
            Text = input.Text.Trim(),
            Office = office.CurrentOrNull?.Office,
            NotedOn = today,
        };

        if (agreement.Follow(note, string.IsNullOrWhiteSpace(input.Responsible) ? null : input.Responsible.Trim(), input.DueOn) is { } refusal)
        {
            return (true, refusal);
        }

        db.AgreementNotes.Add(note);
        await change.ExecuteAsync(new PublicAct(AgreementActs.Followed, AgreementSubjects.Agreement(agreement.Id), today), ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
