using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Onboarding.Readiness;

/// <summary>What happens to readiness in public, as the ledger says it.</summary>
public static class ReadinessActs
{
    public const string Published = "readiness.published";
}

public static class ReadinessSubjects
{
    public const string ReadinessKind = "readiness";

    public static Subject Assessment(Guid id) => new(ReadinessKind, id);
}

/// <summary>The four figures that a place published.</summary>
internal sealed class ReadinessContents(HubDbContext db) : ISubjectContents
{
    public string Kind => ReadinessSubjects.ReadinessKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var found = await db.ReadinessAssessments.AsNoTracking().Where(one => one.PublishedOn != null && (ids == null || ids.Contains(one.Id))).ToListAsync(ct);
        return found.ConvertAll(one => new SubjectContent(
            ReadinessSubjects.Assessment(one.Id), one.AnsweredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text => text
                .Field("questionnaire", one.Questionnaire)
                .Field("answered on", one.AnsweredOn)
                .Field("published on", one.PublishedOn)
                .Field("structural", one.Structural)
                .Field("political", one.Political)
                .Field("social", one.Social)
                .Field("capacities", one.Capacities)));
    }
}
