using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Privacy;

/// <summary>The notice of privacy: a template in both languages, in which a place fills in its own name and contact.</summary>
public static class PrivacyNotice
{
    /// <summary>Of the template's words: other words are another version, which a test demands.</summary>
    public const int Version = 2;

    public static readonly DateOnly InForceFrom = new(2026, 11, 22);

    /// <summary>Keeps that the notice was accepted, in the transaction of what it was accepted for.</summary>
    /// <param name="isAccepted">Whether the person said so.</param>
    internal static async Task<Refusal?> AcceptAsync(
        this HubDbContext db, NoticePurpose purpose, Guid subjectId, bool isAccepted, DateTimeOffset now, CancellationToken ct)
    {
        if (!isAccepted)
        {
            return PrivacyRefusals.NoticeNotAccepted;
        }

        var own = await db.PlaceNotices.OrderByDescending(notice => notice.Version).Select(notice => new { notice.Id, notice.Version }).FirstOrDefaultAsync(ct);
        db.NoticeAcceptances.Add(new NoticeAcceptance
        {
            Purpose = purpose, SubjectId = subjectId, NoticeId = own?.Id, Version = own?.Version ?? Version, AcceptedAt = now,
        });
        return null;
    }
}

public static class PrivacyRefusals
{
    public static readonly Refusal NoticeNotAccepted = new("privacy.notice-not-accepted", "accepts");
    public static readonly Refusal EmailMalformed = new("privacy.email-malformed", "arcoEmail");
    public static readonly Refusal ChangedMeanwhile = new("privacy.changed-meanwhile");
    public static readonly Refusal NothingChanged = new("privacy.nothing-changed");

    private static readonly Refusal IsMissing = new("privacy.missing");
    private static readonly Refusal Long = new("privacy.too-long");

    public static Refusal Missing(string field) => IsMissing with { Field = field };

    /// <param name="longest">Characters.</param>
    public static Refusal TooLong(string field, int longest) => Long with { Field = field, Detail = longest.ToString(CultureInfo.InvariantCulture) };
}
