using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

public sealed class RecordInstallationStep(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required InstallationStepKind Kind { get; init; }
        public required string Title { get; init; }

        /// <summary>Exactly one of the two: the day itself, or the latest day that it can have happened on.</summary>
        public DateOnly? OccurredOn { get; init; }

        public DateOnly? KnownBy { get; init; }
        public string? Note { get; init; }
        public string? Source { get; init; }

        /// <summary>A document that the place published, such as the installation act.</summary>
        public Guid? DocumentId { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var step = new InstallationStep
        {
            Id = input.Id,
            Kind = input.Kind,
            Title = input.Title.Trim(),
            OccurredOn = input.OccurredOn,
            KnownBy = input.KnownBy,
            Note = input.Note,
            Source = input.Source,
            DocumentId = input.DocumentId,
        };

        if (step.Check(tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        if (step.DocumentId is { } document && !await db.Documents.AnyAsync(d => d.Id == document && d.WithdrawnOn == null, ct))
        {
            return SecretariatRefusals.DocumentUnknown;
        }

        db.InstallationSteps.Add(step);
        await change.ExecuteAsync(new PublicAct(SecretariatActs.StepRecorded, new Subject(SecretariatSubjects.StepKind, step.Id), step.OccurredOn), ct);
        return null;
    }
}
