namespace OpenStateHub.Core.Secretariat;

public enum OrganizationType
{
    Academia,
    Business,
    Ngo,
    Union,
    Community,
    PublicBody,
    Other,
}

/// <summary>The branch of the state that a public body belongs to.</summary>
public enum Branch
{
    Executive,
    Legislature,
    Judiciary,
    Municipal,
    Autonomous,
}

/// <summary>A place at the secretariat's table, held by an organisation for its sector.</summary>
public sealed class Seat
{
    public const int MaxOrganizationLength = 300;

    private DateOnly? untilOn;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Sector Sector { get; init; }
    public required string Organization { get; init; }
    public required OrganizationType OrganizationType { get; init; }
    public Branch? Branch { get; init; }

    /// <summary>The first day, or null where no source tells it.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day, or null: still.</summary>
    public DateOnly? UntilOn
    {
        get => untilOn;
        init => untilOn = value;
    }

    /// <summary>Public; null where nobody ended it, or no source tells why.</summary>
    public string? EndReason { get; private set; }

    public string? Source { get; init; }

    /// <summary>An invented seat, shown with its mark.</summary>
    public bool IsDemonstration { get; init; }

    public Days Days => new(FromOn, UntilOn);

    public bool IsHeldOn(DateOnly day) => Days.Includes(day);

    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Organization) => SecretariatRefusals.SeatWithoutOrganization,
        { Organization.Length: > MaxOrganizationLength } => SecretariatRefusals.SeatOrganizationTooLong,
        { Branch: not null, Sector: Sector.CivilSociety } => SecretariatRefusals.BranchOfCivilSociety,
        _ when UntilOn < FromOn => SecretariatRefusals.SeatEndsBeforeItBegins,
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
