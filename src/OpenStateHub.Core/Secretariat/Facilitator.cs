namespace OpenStateHub.Core.Secretariat;

/// <summary>Who moderates the secretariat: a voice without a vote, hence not a seat.</summary>
public sealed class Facilitator
{
    private DateOnly? untilOn;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Organization { get; init; }
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day, or null: still.</summary>
    public DateOnly? UntilOn
    {
        get => untilOn;
        init => untilOn = value;
    }

    /// <summary>Public; null where nobody ended it.</summary>
    public string? EndReason { get; private set; }

    public string? Source { get; init; }

    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Organization) => SecretariatRefusals.FacilitatorWithoutOrganization,
        { Organization.Length: > Seat.MaxOrganizationLength } => SecretariatRefusals.FacilitatorOrganizationTooLong,
        _ when UntilOn < FromOn => SecretariatRefusals.FacilitatorEndsBeforeItBegins,
        _ => null,
    };

    /// <param name="on">The last day.</param>
    public Refusal? End(DateOnly? on, string? reason, DateOnly today)
    {
        if (Ending.Check(new Days(FromOn, UntilOn), on, reason, today) is { } refusal)
        {
            return refusal;
        }

        (untilOn, EndReason) = (on, reason!.Trim());
        return null;
    }
}
