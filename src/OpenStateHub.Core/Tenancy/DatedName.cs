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
    public const int MaxNameLength = 300;
    public const int MaxAcronymLength = 40;
    public const int MaxSourceLength = 500;

    private DateOnly? untilOn;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required NameSubject Subject { get; init; }
    public required string Name { get; init; }
    public string? Acronym { get; init; }

    /// <summary>The first day, or null: since before anything recorded here.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day, or null: still.</summary>
    public DateOnly? UntilOn
    {
        get => untilOn;
        init => untilOn = value;
    }

    public string? Source { get; init; }
    public string? Note { get; init; }

    public bool HoldsOn(DateOnly day) => (FromOn is null || FromOn <= day) && (UntilOn is null || day <= UntilOn);

    /// <param name="others">What is recorded already.</param>
    public Refusal? Check(IEnumerable<DatedName> others)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            return DatedNameRefusals.Missing;
        }

        if (Name.Length > MaxNameLength)
        {
            return DatedNameRefusals.NameTooLong;
        }

        if (Acronym?.Length > MaxAcronymLength)
        {
            return DatedNameRefusals.AcronymTooLong;
        }

        if (Source?.Length > MaxSourceLength)
        {
            return DatedNameRefusals.SourceTooLong;
        }

        if (UntilOn < FromOn)
        {
            return TenantRefusals.NameEndsBeforeItBegins;
        }

        return others.FirstOrDefault(Overlaps) is { } other ? DatedNameRefusals.Overlaps with { Detail = other.Name } : null;
    }

    /// <param name="on">The last day, which may lie ahead: a law tells it before it comes.</param>
    public Refusal? End(DateOnly? on)
    {
        if (UntilOn is not null)
        {
            return DatedNameRefusals.AlreadyEnded;
        }

        if (on is null)
        {
            return DatedNameRefusals.LastDayMissing;
        }

        if (on < FromOn)
        {
            return TenantRefusals.NameEndsBeforeItBegins;
        }

        untilOn = on;
        return null;
    }

    // A body has one name at a time; several laws may hold together.
    private bool Overlaps(DatedName other) =>
        other.Subject == Subject && Subject is not NameSubject.LegalBasis && !(other.UntilOn < FromOn) && !(UntilOn < other.FromOn);
}

public static class DatedNameRefusals
{
    public static readonly Refusal Missing = new("name.missing", "name");
    public static readonly Refusal NameTooLong = new("name.too-long", "name", "300");
    public static readonly Refusal AcronymTooLong = new("name.acronym-too-long", "acronym", "40");
    public static readonly Refusal SourceTooLong = new("name.source-too-long", "source", "500");
    public static readonly Refusal Overlaps = new("name.overlaps", "fromOn");
    public static readonly Refusal LastDayMissing = new("name.last-day-missing", "untilOn");
    public static readonly Refusal AlreadyEnded = new("name.already-ended", "untilOn");
}
