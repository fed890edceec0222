using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Core.Tenancy;

public enum TenantKind
{
    National,
    State,
    Municipality,
    Legislature,
    Judiciary,
    AutonomousBody,
}

/// <summary>
/// Listed places are known to the catalogue only. Suspended ones are readable, not writable, while their clock runs on; Archived ones are at rest, and
/// nothing is done in them, neither by people nor by the clock.
/// </summary>
public enum TenantStatus
{
    Listed,
    Active,
    Suspended,
    Archived,
}

/// <summary>A place of the catalogue, and a tenant once it was provisioned (domain rules, section 2).</summary>
public sealed class Tenant
{
    public const int MaxNameLength = 120;

    public TenantId Id { get; private init; } = TenantId.New();

    /// <summary>The first label of its host name.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }
    public required TenantKind Kind { get; init; }

    /// <summary>From when it is more than a line of the catalogue; null where it is none, or where nobody recorded the day.</summary>
    public DateOnly? InvitedOn { get; private set; }

    public TenantStatus Status { get; private set; } = TenantStatus.Listed;

    /// <summary>Since when it is what it is; null: before anybody recorded it.</summary>
    public DateTimeOffset? StatusChangedAt { get; private set; }

    /// <summary>Why it rests, as its pages say it; null for a place at work, and where nobody gave a reason.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>Two digits for a state, five for a municipality; null for bodies that INEGI does not number.</summary>
    public string? InegiCode { get; init; }

    public TenantId? ParentId { get; init; }

    /// <summary>An IANA zone: every "today" of the place is read in it.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Inhabitants in INEGI's catalogue; null where it says 0, which means unknown.</summary>
    public int? Population { get; set; }

    /// <summary>How long one file of the place may be: the operator's decision, like the next.</summary>
    public long MostFileBytes { get; private set; } = 250L * 1024 * 1024;

    /// <summary>How much all its files may take together.</summary>
    public long MostBytes { get; private set; } = 10L * 1024 * 1024 * 1024;

    public bool IsNational => Kind is TenantKind.National;
    public bool IsServed => Status is TenantStatus.Active or TenantStatus.Suspended or TenantStatus.Archived;

    /// <summary>Readable, and not to be changed by anybody who is there.</summary>
    public bool IsReadOnly => Status is TenantStatus.Suspended or TenantStatus.Archived;

    /// <summary>Its clock runs: figures, deadlines, reminders.</summary>
    public bool IsAtWork => Status is TenantStatus.Active or TenantStatus.Suspended;

    public DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(LocalTime(clock.GetUtcNow()));

    /// <summary>What the clocks of this place show at that moment.</summary>
    public DateTime LocalTime(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime;

    /// <summary>The instant at which the clocks of this place show that time; one that a change of the clocks leaves out is the hour after.</summary>
    public DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var local = day.ToDateTime(time);
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The instant at which the place's next day begins: lateness changes then.</summary>
    public DateTimeOffset NextMidnight(TimeProvider clock)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var midnight = Today(clock).AddDays(1).ToDateTime(TimeOnly.MinValue);

        // In a zone that changes its clocks at midnight that instant may not exist: the day then begins an hour later.
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    public Refusal? Activate(DateOnly on)
    {
        if (Change(to: TenantStatus.Active, allowed: Status is TenantStatus.Listed) is { } refusal)
        {
            return refusal;
        }

        InvitedOn = on;
        return null;
    }

    /// <summary>A line of the catalogue again: nobody came, and nothing was done in it.</summary>
    public Refusal? BackToTheList()
    {
        if (Change(to: TenantStatus.Listed, allowed: Status is TenantStatus.Active && !IsNational) is { } refusal)
        {
            return refusal;
        }

        InvitedOn = null;
        return null;
    }

    public bool MaySuspend => Status is TenantStatus.Active && !IsNational;
    public bool MayArchive => IsAtWork && !IsNational;
    public bool MayResume => IsReadOnly;

    public Refusal? Suspend(StatusCause why, DateTimeOffset now) => Rest(TenantStatus.Suspended, MaySuspend, why, now);

    public Refusal? Archive(StatusCause why, DateTimeOffset now) => Rest(TenantStatus.Archived, MayArchive, why, now);

    public Refusal? Resume(DateTimeOffset now)
    {
        if (Change(to: TenantStatus.Active, allowed: MayResume) is { } refusal)
        {
            return refusal;
        }

        (StatusChangedAt, StatusReason) = (now, null);
        return null;
    }

    /// <param name="oneFile">Null: as it is, like the next.</param>
    public Refusal? LimitFiles(long? oneFile, long? together)
    {
        if (oneFile <= 0 || together <= 0)
        {
            return TenantRefusals.LimitNotPositive;
        }

        (MostFileBytes, MostBytes) = (oneFile ?? MostFileBytes, together ?? MostBytes);
        return null;
    }

    private Refusal? Rest(TenantStatus to, bool allowed, StatusCause why, DateTimeOffset now)
    {
        if (Change(to, allowed) is { } refusal)
        {
            return refusal;
        }

        (StatusChangedAt, StatusReason) = (now, why.Said);
        return null;
    }

    private Refusal? Change(TenantStatus to, bool allowed)
    {
        if (!allowed)
        {
            return TenantRefusals.StatusDoesNotAllow;
        }

        Status = to;
        return null;
    }
}

public static class TenantRefusals
{
    public static readonly Refusal StatusDoesNotAllow = new("tenant.status-does-not-allow");
    public static readonly Refusal LimitNotPositive = new("tenant.limit-not-positive");
    public static readonly Refusal SlugTaken = new("tenant.slug-taken", "slug");
    public static readonly Refusal SlugReserved = new("tenant.slug-reserved", "slug");
    public static readonly Refusal SlugMalformed = new("tenant.slug-malformed", "slug");
    public static readonly Refusal NameEndsBeforeItBegins = new("tenant.name-ends-before-it-begins", "untilOn");
    public static readonly Refusal Unknown = new("tenant.unknown", "slug");
    public static readonly Refusal NameMalformed = new("tenant.name-malformed", "name");
    public static readonly Refusal SecondNational = new("tenant.second-national", "kind");
    public static readonly Refusal CodeMalformed = new("tenant.code-malformed", "inegi");
    public static readonly Refusal CodeTaken = new("tenant.code-taken", "inegi");
    public static readonly Refusal CodeOfAnotherState = new("tenant.code-of-another-state", "inegi");
    public static readonly Refusal ParentMissing = new("tenant.parent-missing", "parent");
    public static readonly Refusal ParentUnknown = new("tenant.parent-unknown", "parent");
    public static readonly Refusal ParentIsNoState = new("tenant.parent-is-no-state", "parent");
    public static readonly Refusal ParentOfState = new("tenant.parent-of-state", "parent");
}
