namespace OpenStateHub.Core.Secretariat;

public enum SeatCapacity
{
    Holder,

    /// <summary>Sits where the holder does not come.</summary>
    Alternate,
}

/// <summary>Who sits on a seat, for a term. Public by name or, where no name is published, by office; the account that votes is not.</summary>
public sealed class SeatMember
{
    public const int MaxNameLength = 200;

    private DateOnly? untilOn;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SeatId { get; init; }
    public required SeatCapacity Capacity { get; init; }

    /// <summary>As the public record has it: a name, or the office where no name is published.</summary>
    public required string Name { get; init; }

    /// <summary>What the person is in the organisation.</summary>
    public string? Office { get; init; }

    /// <summary>Whose account votes for the seat; null: nobody's yet.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The invitation that offers that account; null where none was sent.</summary>
    public Guid? InvitationId { get; set; }

    /// <summary>The first day, or null where no source tells it.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day of the term, or null: open.</summary>
    public DateOnly? UntilOn
    {
        get => untilOn;
        init => untilOn = value;
    }

    /// <summary>Public; null where the term came to its own end.</summary>
    public string? EndReason { get; private set; }

    public bool IsDemonstration { get; init; }

    public Days Days => new(FromOn, UntilOn);

    /// <param name="others">Who is recorded on the seat already.</param>
    public Refusal? Check(Seat seat, IEnumerable<SeatMember> others, DateOnly today) => this switch
    {
        _ when string.IsNullOrWhiteSpace(Name) => SeatMemberRefusals.WithoutName,
        _ when Name.Length > MaxNameLength => SeatMemberRefusals.NameTooLong,
        { Office.Length: > MaxNameLength } => SeatMemberRefusals.OfficeTooLong,
        _ when FromOn > today => SeatMemberRefusals.InFuture,
        _ when UntilOn < FromOn => SeatMemberRefusals.EndsBeforeItBegins,
        _ when FromOn < seat.FromOn || seat.UntilOn < (UntilOn ?? DateOnly.MaxValue) => SeatMemberRefusals.OutsideItsSeat,
        _ when others.FirstOrDefault(other => other.Capacity == Capacity && other.Days.Overlap(Days)) is { } other =>
            SeatMemberRefusals.Overlaps with { Detail = other.Name },
        _ => null,
    };

    /// <param name="on">The last day.</param>
    public Refusal? End(DateOnly? on, string? reason, DateOnly today)
    {
        if (Ending.Check(Days, on, reason, today) is { } refusal)
        {
            return refusal;
        }

        (untilOn, EndReason) = (on, reason!.Trim());
        return null;
    }
}

public static class SeatMemberRefusals
{
    public static readonly Refusal WithoutName = new("member.without-name", "name");
    public static readonly Refusal NameTooLong = new("member.name-too-long", "name", "200");
    public static readonly Refusal OfficeTooLong = new("member.office-too-long", "office", "200");
    public static readonly Refusal InFuture = new("member.in-future", "fromOn");
    public static readonly Refusal EndsBeforeItBegins = new("member.ends-before-it-begins", "untilOn");
    public static readonly Refusal OutsideItsSeat = new("member.outside-its-seat", "fromOn");
    public static readonly Refusal Overlaps = new("member.overlaps", "fromOn");
    public static readonly Refusal AccountSitsAlready = new("member.account-sits-already", "email");
}
