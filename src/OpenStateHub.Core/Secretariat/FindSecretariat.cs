using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Who sits in the secretariat on a day, under which rules, how it came to be, and who sat there at other times.</summary>
public sealed class FindSecretariat(HubDbContext db, FindRules rules)
{
    public async Task<SecretariatOnDay> ExecuteAsync(DateOnly on, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var members = (await db.SeatMembers.AsNoTracking()
            .OrderBy(m => m.Capacity == SeatCapacity.Holder ? 0 : 1).ThenBy(m => m.FromOn).ThenBy(m => m.Id)
            .Select(m => new { m.SeatId, Row = new SeatMemberRow(m.Id, m.Capacity, m.Name, m.Office, m.FromOn, m.UntilOn, m.EndReason, m.PersonId != null, m.InvitationId != null, m.IsDemonstration) })
            .ToListAsync(ct)).ToLookup(m => m.SeatId, m => m.Row);
        var seats = await db.Seats.AsNoTracking().OrderBy(s => s.FromOn).ThenBy(s => s.Id).ToListAsync(ct);
        var facilitators = await db.Facilitators.AsNoTracking()
            .OrderBy(f => f.FromOn).ThenBy(f => f.Id)
            .Select(f => new FacilitatorRow(f.Organization, f.FromOn, f.UntilOn, f.Source, f.Id, f.EndReason))
            .ToListAsync(ct);
        var steps = await db.InstallationSteps.AsNoTracking()
            .OrderBy(s => s.OccurredOn ?? s.KnownBy).ThenBy(s => s.Id)
            .Select(s => new StepRow(s.Kind, s.Title, s.OccurredOn, s.KnownBy, s.Note, s.Source, s.DocumentId))
            .ToListAsync(ct);
        var names = await db.DatedNames.AsNoTracking()
            .Where(n => (n.FromOn == null || n.FromOn <= on) && (n.UntilOn == null || on <= n.UntilOn))
            .OrderBy(n => n.FromOn).ThenBy(n => n.Id)
            .Select(n => new NameRow(n.Subject, n.Name, n.Acronym, n.FromOn, n.UntilOn, n.Source, n.Note))
            .ToListAsync(ct);
        return new SecretariatOnDay
        {
            On = on,
            Seats = seats.ConvertAll(seat => SeatRow.Of(seat, members[seat.Id])),
            Facilitators = facilitators,
            Steps = steps,
            Names = names,
            Rules = await rules.ExecuteAsync(on, ct),
        };
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

    /// <summary>The rules of operation that hold on the day.</summary>
    public required RulesOnDay Rules { get; init; }

    public IEnumerable<SeatRow> Held => Seats.Where(s => s.Days.Includes(On));
    public IEnumerable<SeatRow> NotHeld => Seats.Where(s => !s.Days.Includes(On));

    /// <summary>Nobody recorded who sits there: unknown, which is not the same as vacant.</summary>
    public bool IsUnknown => Seats.Count == 0;

    public IReadOnlyList<Sector> VacantSectors => SectorQuorum.Of(!IsUnknown, Held.Select(s => s.Sector)).Missing;

    /// <summary>Seats whose holder left and was not followed by another.</summary>
    public IReadOnlyList<SeatRow> VacantSeats => [.. Held.Where(s => s.IsVacantOn(On))];

    /// <summary>The seat that a sector gave up last before the day; null where it never had one.</summary>
    public SeatRow? LastOf(Sector sector) => Seats.Where(s => s.Sector == sector && s.UntilOn < On).MaxBy(s => s.UntilOn);

    public FacilitatorRow? Facilitator => Facilitators.LastOrDefault(f => f.Days.Includes(On));
    public NameRow? Guarantor => Names.LastOrDefault(n => n.Subject == NameSubject.Guarantor);
    public NameRow? LegalBasis => Names.LastOrDefault(n => n.Subject == NameSubject.LegalBasis);
}

public sealed record SeatRow(
    Sector Sector, string Organization, OrganizationType OrganizationType, Branch? Branch, DateOnly? FromOn, DateOnly? UntilOn, string? Source, bool IsDemonstration)
{
    public required Guid Id { get; init; }
    public string? EndReason { get; init; }

    /// <summary>All that ever sat there: holders first.</summary>
    public required IReadOnlyList<SeatMemberRow> Members { get; init; }

    public Days Days => new(FromOn, UntilOn);

    public SeatMemberRow? MemberOn(DateOnly day, SeatCapacity capacity) => Members.LastOrDefault(m => m.Capacity == capacity && m.Days.Includes(day));

    /// <summary>Somebody is known to have held it, and nobody does on the day. A seat whose holder nobody recorded is unknown, not vacant.</summary>
    public bool IsVacantOn(DateOnly day) =>
        MemberOn(day, SeatCapacity.Holder) is null && Members.Any(m => m.Capacity is SeatCapacity.Holder && !(m.FromOn > day));

    internal static SeatRow Of(Seat seat, IEnumerable<SeatMemberRow> members) =>
        new(seat.Sector, seat.Organization, seat.OrganizationType, seat.Branch, seat.FromOn, seat.UntilOn, seat.Source, seat.IsDemonstration)
        {
            Id = seat.Id,
            EndReason = seat.EndReason,
            Members = [.. members],
        };
}

/// <param name="HasAccount">Somebody's account votes for the seat: for the back office alone.</param>
/// <param name="IsInvited">An account was offered by an invitation: for the back office alone.</param>
public sealed record SeatMemberRow(
    Guid Id, SeatCapacity Capacity, string Name, string? Office, DateOnly? FromOn, DateOnly? UntilOn, string? EndReason, bool HasAccount, bool IsInvited, bool IsDemonstration)
{
    public Days Days => new(FromOn, UntilOn);
}

public sealed record FacilitatorRow(
    string Organization, DateOnly? FromOn, DateOnly? UntilOn, string? Source, Guid Id, string? EndReason)
{
    public Days Days => new(FromOn, UntilOn);
}

/// <param name="OccurredOn">The day itself; null where only <paramref name="KnownBy"/> has a source.</param>
/// <param name="DocumentId">The act itself, where the place published it.</param>
public sealed record StepRow(
    InstallationStepKind Kind, string Title, DateOnly? OccurredOn, DateOnly? KnownBy, string? Note, string? Source, Guid? DocumentId = null);

public sealed record NameRow(NameSubject Subject, string Name, string? Acronym, DateOnly? FromOn, DateOnly? UntilOn, string? Source, string? Note);
