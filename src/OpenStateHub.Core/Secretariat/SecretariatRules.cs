namespace OpenStateHub.Core.Secretariat;

/// <summary>The rules of operation that a secretariat gave itself: a published document, and what it lets pass with two of the three sectors.</summary>
public sealed class SecretariatRules
{
    public const int MaxAgreementLength = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where they are published.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>They hold from this day on, until later ones do.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>The matters that pass with two of the three sectors in favour.</summary>
    public required IReadOnlyList<Matter> TwoOfThree { get; init; }

    /// <summary>The number of the agreement that adopted them; null where none is known.</summary>
    public string? Agreement { get; init; }

    public Refusal? Check() => this switch
    {
        _ when TwoOfThree.Any(matter => !matter.MayPassByTwoOfThree()) => SecretariatRefusals.AlwaysAllThree,
        { Agreement.Length: > MaxAgreementLength } => SecretariatRefusals.AgreementTooLong,
        _ => null,
    };
}
