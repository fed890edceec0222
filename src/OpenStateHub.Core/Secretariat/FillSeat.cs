using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Secretariat;

public sealed class FillSeat(HubDbContext db, PublicChange change)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required Sector Sector { get; init; }
        public required string Organization { get; init; }
        public required OrganizationType OrganizationType { get; init; }

        /// <summary>For public bodies only.</summary>
        public Branch? Branch { get; init; }

        public DateOnly? FromOn { get; init; }
        public DateOnly? UntilOn { get; init; }
        public string? Source { get; init; }
        public bool IsDemonstration { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var seat = new Seat
        {
            Id = input.Id,
            Sector = input.Sector,
            Organization = input.Organization.Trim(),
            OrganizationType = input.OrganizationType,
            Branch = input.Branch,
            FromOn = input.FromOn,
            UntilOn = input.UntilOn,
            Source = input.Source,
            IsDemonstration = input.IsDemonstration,
        };

        if (seat.Check() is { } refusal)
        {
            return refusal;
        }

        db.Seats.Add(seat);
        await change.ExecuteAsync(new PublicAct(SecretariatActs.SeatFilled, new Subject(SecretariatSubjects.SeatKind, seat.Id), seat.FromOn), ct);
        return null;
    }
}
