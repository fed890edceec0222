namespace OpenStateHub.Core.Tenancy;

public enum DemonstrationState
{
    /// <summary>Its seeding was interrupted, and starts again.</summary>
    Begun,

    Complete,
}

/// <summary>What is true of this installation and no tenant decides: one row.</summary>
public sealed class Installation
{
    public bool IsOnly { get; private init; } = true;

    /// <summary>Null: this hub holds no demonstration.</summary>
    public DemonstrationState? Demonstration { get; set; }
}
