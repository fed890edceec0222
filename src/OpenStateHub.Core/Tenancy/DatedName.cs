namespace OpenStateHub.Core.Tenancy;

public enum NameSubject
{
    Guarantor,
    NationalBody,
    LegalBasis,
}

/// <summary>A name or a legal citation with the days for which it holds: an act of 2015 keeps the name of 2015 (domain rules, section 2).</summary>
public sealed class DatedName
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required NameSubject Subject { get; init; }
    public required string Name { get; init; }
    public string? Acronym { get; init; }

    /// <summary>The first day, or null: since before anything recorded here.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day, or null: still.</summary>
    public DateOnly? UntilOn { get; init; }

    public string? Source { get; init; }
    public string? Note { get; init; }

    public bool HoldsOn(DateOnly day) => (FromOn is null || FromOn <= day) && (UntilOn is null || day <= UntilOn);
}
