using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Tenancy;

/// <summary>What happens to a place's own settings in public, as the ledger says it.</summary>
public static class TenancyActs
{
    public const string NameRecorded = "name.recorded";
    public const string NameEnded = "name.ended";
}

/// <summary>A name or legal citation with the days for which it holds.</summary>
internal sealed class DatedNameContents(HubDbContext db) : ISubjectContents
{
    public const string NameKind = "name";

    public string Kind => NameKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var names = await db.DatedNames.AsNoTracking().Where(n => ids == null || ids.Contains(n.Id)).ToListAsync(ct);
        return names.ConvertAll(name => new SubjectContent(new Subject(Kind, name.Id), name.Name, text => text
            .Field("subject", name.Subject)
            .Field("name", name.Name)
            .Field("acronym", name.Acronym)
            .Field("from on", name.FromOn)
            .Field("until on", name.UntilOn)
            .Field("source", name.Source)
            .Words("note", name.Note)));
    }
}
