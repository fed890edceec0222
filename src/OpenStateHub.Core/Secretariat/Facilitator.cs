namespace OpenStateHub.Core.Secretariat;

/// <summary>Who moderates the secretariat: a voice without a vote, hence not a seat.</summary>
public sealed class Facilitator
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Organization { get; init; }
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day, or null: still.</summary>
    public DateOnly? UntilOn { get; init; }

    public string? Source { get; init; }

    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Organization) => SecretariatRefusals.FacilitatorWithoutOrganization,
        _ when UntilOn < FromOn => SecretariatRefusals.FacilitatorEndsBeforeItBegins,
        _ => null,
    };
}
