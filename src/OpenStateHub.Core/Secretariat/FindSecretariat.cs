using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Who sits in the secretariat on a day, how it came to be, and who sat there at other times.</summary>
public sealed class FindSecretariat(HubDbContext db)
{
    public async Task<SecretariatOnDay> ExecuteAsync(DateOnly on, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var seats = await db.Seats.AsNoTracking()
            .OrderBy(s => s.FromOn).ThenBy(s => s.Id)
            .Select(s => new SeatRow(s.Sector, s.Organization, s.OrganizationType, s.Branch, s.FromOn, s.UntilOn, s.Source, s.IsDemonstration))
            .ToListAsync(ct);
        var facilitators = await db.Facilitators.AsNoTracking()
            .OrderBy(f => f.FromOn).ThenBy(f => f.Id)
            .Select(f => new FacilitatorRow(f.Organization, f.FromOn, f.UntilOn, f.Source))
            .ToListAsync(ct);
        var steps = await db.InstallationSteps.AsNoTracking()
            .OrderBy(s => s.OccurredOn ?? s.KnownBy).ThenBy(s => s.Id)
            .Select(s => new StepRow(s.Kind, s.Title, s.OccurredOn, s.KnownBy, s.Note, s.Source))
            .ToListAsync(ct);
        var names = await db.DatedNames.AsNoTracking()
            .Where(n => (n.FromOn == null || n.FromOn <= on) && (n.UntilOn == null || on <= n.UntilOn))
            .OrderBy(n => n.FromOn).ThenBy(n => n.Id)
            .Select(n => new NameRow(n.Subject, n.Name, n.Acronym, n.FromOn, n.UntilOn, n.Source, n.Note))
            .ToListAsync(ct);
        return new SecretariatOnDay { On = on, Seats = seats, Facilitators = facilitators, Steps = steps, Names = names };
    }
}

public sealed record SecretariatOnDay
{
    public required DateOnly On { get; init; }

    /// <summary>All seats, those that ended or begin later too.</summary>
    public required IReadOnlyList<SeatRow> Seats { get; init; }

    public required IReadOnlyList<FacilitatorRow> Facilitators { get; init; }
    public required IReadOnlyList<StepRow> Steps { get; init; }

    /// <summary>Names and citations that hold on the day.</summary>
    public required IReadOnlyList<NameRow> Names { get; init; }

    public IEnumerable<SeatRow> Held => Seats.Where(s => s.Days.Includes(On));
    public IEnumerable<SeatRow> NotHeld => Seats.Where(s => !s.Days.Includes(On));

    /// <summary>Nobody recorded who sits there: unknown, which is not the same as vacant.</summary>
    public bool IsUnknown => Seats.Count == 0;

    public IReadOnlyList<Sector> VacantSectors => IsUnknown ? [] : [.. Sectors.All.Except(Held.Select(s => s.Sector))];
    public FacilitatorRow? Facilitator => Facilitators.LastOrDefault(f => f.Days.Includes(On));
    public NameRow? Guarantor => Names.LastOrDefault(n => n.Subject == NameSubject.Guarantor);
    public NameRow? LegalBasis => Names.LastOrDefault(n => n.Subject == NameSubject.LegalBasis);
}

public sealed record SeatRow(
    Sector Sector, string Organization, OrganizationType OrganizationType, Branch? Branch, DateOnly? FromOn, DateOnly? UntilOn, string? Source, bool IsDemonstration)
{
    public Days Days => new(FromOn, UntilOn);
}

public sealed record FacilitatorRow(string Organization, DateOnly? FromOn, DateOnly? UntilOn, string? Source)
{
    public Days Days => new(FromOn, UntilOn);
}

/// <param name="OccurredOn">The day itself; null where only <paramref name="KnownBy"/> has a source.</param>
public sealed record StepRow(InstallationStepKind Kind, string Title, DateOnly? OccurredOn, DateOnly? KnownBy, string? Note, string? Source);

public sealed record NameRow(NameSubject Subject, string Name, string? Acronym, DateOnly? FromOn, DateOnly? UntilOn, string? Source, string? Note);
