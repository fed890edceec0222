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
    public const string MemberKind = "member";
    public const string RulesKind = "rules";

    public static Subject Seat(Guid id) => new(SeatKind, id);

    public static Subject Member(Guid id) => new(MemberKind, id);
}

/// <summary>What happens to a secretariat in public, as the ledger says it.</summary>
public static class SecretariatActs
{
    public const string SeatFilled = "seat.filled";
    public const string SeatEnded = "seat.ended";

    /// <summary>Of each seat that a sector gives up when it leaves.</summary>
    public const string SectorLeft = "sector.left";

    public const string MemberNamed = "member.named";
    public const string MemberEnded = "member.ended";
    public const string FacilitatorNamed = "facilitator.named";
    public const string FacilitatorEnded = "facilitator.ended";
    public const string StepRecorded = "step.recorded";
    public const string RulesAdopted = "rules.adopted";
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
            .Field("demonstration", seat.IsDemonstration)
            .WordsIfAny("end reason", seat.EndReason)) { IsDemonstration = seat.IsDemonstration });
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
            .Field("source", facilitator.Source)
            .WordsIfAny("end reason", facilitator.EndReason)));
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
            .Field("source", step.Source)
            .FieldIfAny("document", step.DocumentId?.ToString())));
    }
}

/// <summary>Who sits on a seat, as the page of the secretariat shows it; the account behind it is not public.</summary>
internal sealed class SeatMemberContents(HubDbContext db) : ISubjectContents
{
    public string Kind => SecretariatSubjects.MemberKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var members = await db.SeatMembers.AsNoTracking().Where(m => ids == null || ids.Contains(m.Id)).ToListAsync(ct);
        return members.ConvertAll(member => new SubjectContent(SecretariatSubjects.Member(member.Id), member.Name, text => text
            .Field("seat", member.SeatId.ToString())
            .Field("capacity", member.Capacity)
            .Words("name", member.Name)
            .Words("office", member.Office)
            .Field("from on", member.FromOn)
            .Field("until on", member.UntilOn)
            .Words("end reason", member.EndReason)
            .Field("demonstration", member.IsDemonstration)) { IsDemonstration = member.IsDemonstration });
    }
}

/// <summary>The rules of operation, with the document that publishes them.</summary>
internal sealed class SecretariatRulesContents(HubDbContext db) : ISubjectContents
{
    public string Kind => SecretariatSubjects.RulesKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var all = await db.SecretariatRules.AsNoTracking()
            .Where(r => ids == null || ids.Contains(r.Id))
            .Join(db.Documents, rules => rules.DocumentId, document => document.Id, (rules, document) => new { Rules = rules, document.Name, document.Sha256 })
            .ToListAsync(ct);
        return all.ConvertAll(found => new SubjectContent(new Subject(Kind, found.Rules.Id), found.Name, text => text
            .Field("document", found.Rules.DocumentId.ToString())
            .Field("sha256", found.Sha256)
            .Field("from on", found.Rules.FromOn)
            .List("two of three", found.Rules.TwoOfThree.Select(matter => matter.ToString()))
            .Field("agreement", found.Rules.Agreement)));
    }
}
