using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Privacy;

/// <summary>A version of the place's own notice.</summary>
internal sealed class NoticeContents(HubDbContext db) : ISubjectContents
{
    public string Kind => NoticeSubjects.NoticeKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var versions = keys?.Select(key => int.Parse(key, CultureInfo.InvariantCulture)).ToList();
        var notices = await db.PlaceNotices.AsNoTracking().Where(notice => versions == null || versions.Contains(notice.Version)).ToListAsync(ct);
        return notices.ConvertAll(notice => new SubjectContent(
            NoticeSubjects.Notice(notice.Version), notice.Version.ToString(CultureInfo.InvariantCulture), text => text
                .Field("version", notice.Version)
                .Field("template", notice.Template)
                .Field("adopted on", notice.AdoptedOn)
                .Field("responsible", notice.Responsible)
                .Field("address", notice.Address)
                .Field("legal basis", notice.LegalBasis)
                .Words("short text", notice.ShortText)
                .Words("purposes", notice.Purposes)
                .Words("transfers", notice.Transfers)
                .Field("rights office", notice.ArcoOffice)
                .Field("rights email", notice.ArcoEmail)
                .Field("rights phone", notice.ArcoPhone)));
    }
}
