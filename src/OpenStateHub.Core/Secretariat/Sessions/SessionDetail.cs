namespace OpenStateHub.Core.Secretariat.Sessions;

public sealed record SessionDetail
{
    public required Guid Id { get; init; }
    public required int? Number { get; init; }
    public required SessionKind Kind { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string? Place { get; init; }
    public required string? Link { get; init; }
    public required SessionStatus Status { get; init; }
    public required DateTimeOffset? CalledAt { get; init; }
    public required int? NoticeDays { get; init; }
    public required int? NoticeDaysDue { get; init; }
    public required DateTimeOffset? OpenedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required bool? HadQuorum { get; init; }
    public required DateTimeOffset? CancelledAt { get; init; }
    public required string? CancellationReason { get; init; }
    public required int Sequence { get; init; }
    public required int Revision { get; init; }
    public required bool IsDemonstration { get; init; }
    public required IReadOnlyList<AgendaRow> Agenda { get; init; }

    /// <summary>The seats that were held on its day.</summary>
    public required IReadOnlyList<SeatAttendance> Seats { get; init; }

    /// <summary>Null: nobody has begun them.</summary>
    public required MinutesDetail? Minutes { get; init; }

    public bool IsShortNotice => NoticeDays < NoticeDaysDue;
    public bool MayBeChanged => Status is SessionStatus.Draft or SessionStatus.Called;

    /// <summary>Its roll was called, or is being called.</summary>
    public bool HasBegun => Status is SessionStatus.Open or SessionStatus.Closed;

    public IEnumerable<SeatAttendance> Present => Seats.Where(seat => seat.Presence is not null);
    public IReadOnlyList<Sector> MissingSectors => Quorum.Missing(Present.Select(seat => seat.Sector));
    public bool HasQuorum => MissingSectors.Count == 0;
}

/// <param name="Position">1 for the first.</param>
public sealed record AgendaRow(Guid Id, int Position, string Title, string? Text, IReadOnlyList<DocumentRow> Documents);

/// <param name="IsWithdrawn">Its bytes are no longer public, and its page says why.</param>
public sealed record DocumentRow(Guid Id, string Name, string Sha256, bool IsWithdrawn);

/// <param name="Holder">As the public record names who held the seat that day; null where nobody is recorded, like the alternate.</param>
/// <param name="Presence">As what somebody sat there at the roll-call; null: nobody did.</param>
public sealed record SeatAttendance(
    Guid SeatId, Sector Sector, string Organization, string? Holder, string? Alternate, SeatCapacity? Presence, bool IsDemonstration)
{
    /// <summary>Who was there, where the record has a name.</summary>
    public string? Name => Presence switch
    {
        SeatCapacity.Holder => Holder,
        SeatCapacity.Alternate => Alternate,
        _ => null,
    };
}

/// <param name="Text">Null where it is not public yet.</param>
/// <param name="Sha256">Of the text that is signed; null in a draft.</param>
/// <param name="Signatures">Of the text as it stands.</param>
public sealed record MinutesDetail(
    MinutesStatus Status, string? Text, string? Sha256, IReadOnlyList<SignatureRow> Signatures, DateTimeOffset? PublishedAt, int? LedgerSequence,
    string? LedgerHash, int Revision)
{
    public IReadOnlyList<Sector> MissingSectors => Quorum.Missing(Signatures.Select(signature => signature.Sector));
}

public sealed record SignatureRow(Sector Sector, string Organization, DateTimeOffset SignedAt);
