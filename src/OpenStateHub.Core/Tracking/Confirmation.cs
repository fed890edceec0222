using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tracking;

public enum ConfirmationOutcome
{
    Confirmed,
    Refused,
}

/// <summary>A sector's answer to a reported completion: one a sector and report.</summary>
public sealed class Confirmation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ReportId { get; init; }
    public required Sector Sector { get; init; }

    /// <summary>The organisation whose seat speaks for the sector.</summary>
    public required string Organization { get; init; }

    public required ConfirmationOutcome Outcome { get; init; }

    /// <summary>Public, and compulsory in a refusal.</summary>
    public string? Reasons { get; init; }

    public required DateOnly AnsweredOn { get; init; }
}
