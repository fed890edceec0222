namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Who comes for a seat, as it says before the session.</summary>
public enum Coming
{
    Holder,
    Alternate,
    Nobody,
}

/// <summary>What a seat answered to the invitation: one row a seat, changed as often as it likes until the session begins.</summary>
public sealed class AttendanceAnswer
{
    public required Guid SessionId { get; init; }
    public required Guid SeatId { get; init; }
    public required Coming Answer { get; set; }
    public required DateTimeOffset AnsweredAt { get; set; }
}

/// <summary>That a seat was present at the roll-call, and by whom.</summary>
public sealed class Attendance
{
    public required Guid SessionId { get; init; }
    public required Guid SeatId { get; init; }
    public required SeatCapacity Capacity { get; set; }
    public required DateTimeOffset RecordedAt { get; init; }
}
