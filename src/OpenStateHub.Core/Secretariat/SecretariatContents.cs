using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Secretariat;

/// <summary>How the ledger names what belongs to a secretariat.</summary>
public static class SecretariatSubjects
{
    public const string SeatKind = "seat";
    public const string FacilitatorKind = "facilitator";
    public const string StepKind = "step";
}

/// <summary>What happens to a secretariat in public, as the ledger says it.</summary>
public static class SecretariatActs
{
    public const string SeatFilled = "seat.filled";
    public const string FacilitatorNamed = "facilitator.named";
    public const string StepRecorded = "step.recorded";
}

/// <summary>A seat, as the page of the secretariat shows it.</summary>
internal sealed class SeatContents(HubDbContext db) : ISubjectContents
{
    public string Kind => SecretariatSubjects.SeatKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var seats = await db.Seats.AsNoTracking().Where(s => ids == null || ids.Contains(s.Id)).ToListAsync(ct);
        return seats.ConvertAll(seat => new SubjectContent(new Subject(Kind, seat.Id), seat.Organization, text => text
            .Field("sector", seat.Sector)
            .Field("organization", seat.Organization)
            .Field("organization type", seat.OrganizationType)
            .Field("branch", seat.Branch)
            .Field("from on", seat.FromOn)
            .Field("until on", seat.UntilOn)
            .Field("source", seat.Source)
            .Field("demonstration", seat.IsDemonstration)) { IsDemonstration = seat.IsDemonstration });
    }
}

/// <summary>The facilitator of a secretariat.</summary>
internal sealed class FacilitatorContents(HubDbContext db) : ISubjectContents
{
    public string Kind => SecretariatSubjects.FacilitatorKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var facilitators = await db.Facilitators.AsNoTracking().Where(f => ids == null || ids.Contains(f.Id)).ToListAsync(ct);
        return facilitators.ConvertAll(facilitator => new SubjectContent(new Subject(Kind, facilitator.Id), facilitator.Organization, text => text
            .Field("organization", facilitator.Organization)
            .Field("from on", facilitator.FromOn)
            .Field("until on", facilitator.UntilOn)
            .Field("source", facilitator.Source)));
    }
}

/// <summary>A step on the way to a secretariat.</summary>
internal sealed class InstallationStepContents(HubDbContext db) : ISubjectContents
{
    public string Kind => SecretariatSubjects.StepKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var steps = await db.InstallationSteps.AsNoTracking().Where(s => ids == null || ids.Contains(s.Id)).ToListAsync(ct);
        return steps.ConvertAll(step => new SubjectContent(new Subject(Kind, step.Id), step.Title, text => text
            .Field("kind", step.Kind)
            .Words("title", step.Title)
            .Field("occurred on", step.OccurredOn)
            .Field("known by", step.KnownBy)
            .Words("note", step.Note)
            .Field("source", step.Source)));
    }
}
