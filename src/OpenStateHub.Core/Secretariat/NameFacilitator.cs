using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Secretariat;

public sealed class NameFacilitator(HubDbContext db, PublicChange change)
{
    public sealed record Input
    {
        public required string Organization { get; init; }
        public DateOnly? FromOn { get; init; }
        public DateOnly? UntilOn { get; init; }
        public string? Source { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var facilitator = new Facilitator
        {
            Organization = input.Organization.Trim(),
            FromOn = input.FromOn,
            UntilOn = input.UntilOn,
            Source = input.Source,
        };

        if (facilitator.Check() is { } refusal)
        {
            return refusal;
        }

        db.Facilitators.Add(facilitator);
        await change.ExecuteAsync(
            new PublicAct(SecretariatActs.FacilitatorNamed, new Subject(SecretariatSubjects.FacilitatorKind, facilitator.Id), facilitator.FromOn), ct);
        return null;
    }
}
