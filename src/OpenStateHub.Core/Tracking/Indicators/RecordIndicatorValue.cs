using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Owners;

namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>Publishes what was measured of a commitment's indicator: one value a day, with who measured it.</summary>
public sealed class RecordIndicatorValue(
    HubDbContext db, FindOwnership ownerships, UseFile files, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid CommitmentId { get; init; }
        public required decimal? Value { get; init; }
        public required DateOnly? MeasuredOn { get; init; }
        public required string? Source { get; init; }
        public string? Url { get; init; }

        /// <summary>Of a file that the place keeps, which whoever gives it says holds no personal data.</summary>
        public string? Sha256 { get; init; }

        public string? Note { get; init; }
        public required Sector Sector { get; init; }
        public required string Office { get; init; }

        /// <summary>Null: today.</summary>
        public DateOnly? On { get; init; }

        public Guid? PersonId { get; init; }
        public bool IsDemonstration { get; init; }
    }

    /// <summary>By whoever owns the whole commitment, in the name of the body that their grant names.</summary>
    public async Task<Refusal?> AsOwnerAsync(Guid personId, Input input, CancellationToken ct) =>
        await ownerships.OfCommitmentAsync(personId, input.CommitmentId, ct) is { } owner
            ? await ExecuteAsync(input with { Sector = owner.Sector, Office = owner.Office ?? "", PersonId = personId }, ct)
            : TrackingRefusals.NotOwner;

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        if (input.Value is not { } number || input.MeasuredOn is not { } measuredOn)
        {
            return input.Value is null ? IndicatorRefusals.WithoutValue : IndicatorRefusals.WithoutDay;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // One at a time for each commitment, so that two values of one day cannot both be the first.
        await db.Database.ExecuteSqlAsync($"select from commitments where id = {input.CommitmentId} for update", ct);
        var commitment = await db.Commitments.AsNoTracking().Include(c => c.Plan).SingleAsync(c => c.Id == input.CommitmentId, ct);
        var id = Guid.CreateVersion7();
        var file = input.Sha256 is { } sha256 ? await files.ExecuteAsync(sha256, FileUseKind.IndicatorValue, id, ct) : null;
        var value = new IndicatorValue
        {
            Id = id,
            CommitmentId = commitment.Id,
            Value = number,
            MeasuredOn = measuredOn,
            Source = input.Source?.Trim() ?? "",
            Url = input.Url.Tidy(),
            Sha256 = file?.Sha256,
            FileName = file?.Name,
            Bytes = file?.Bytes,
            Note = input.Note.Tidy(),
            Sector = input.Sector,
            Office = input.Office.Trim(),
            RecordedOn = input.On ?? tenant.Current.Today(clock),
            ReportedBy = input.PersonId,
            IsDemonstration = input.IsDemonstration,
        };

        if ((CheckPlace(commitment, input, file) ?? value.Check()) is { } refusal)
        {
            return refusal;
        }

        if (await db.IndicatorValues.AnyAsync(v => v.CommitmentId == commitment.Id && v.MeasuredOn == measuredOn && v.WithdrawnOn == null, ct))
        {
            return IndicatorRefusals.DayTaken;
        }

        db.IndicatorValues.Add(value);
        await change.ExecuteAsync(
            new PublicAct(IndicatorActs.Measured, IndicatorSubjects.Value(commitment.Slug, id), value.RecordedOn)
            {
                By = new ActingOffice.Named(value.Office, value.Sector.ToString()),
                ChangesFigures = false,
            },
            ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static Refusal? CheckPlace(Commitment commitment, Input input, StoredFile? file) => commitment switch
    {
        _ when string.IsNullOrWhiteSpace(input.Office) => TrackingRefusals.ReportWithoutOffice,
        _ when commitment.Plan!.Status is not PlanStatus.InImplementation => PlanRefusals.NotInImplementation,
        { WithdrawnOn: not null } => CommitmentRefusals.AlreadyWithdrawn,
        { Text.Indicator: null } => IndicatorRefusals.NoIndicator,
        _ when input.Sha256 is not null && file is null => TrackingRefusals.EvidenceFileGone,
        _ => null,
    };
}
