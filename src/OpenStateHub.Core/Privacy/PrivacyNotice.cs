using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Privacy;

/// <summary>The notice of privacy: a template in both languages, in which a place fills in its own name and contact.</summary>
public static class PrivacyNotice
{
    /// <summary>Of the template's words: other words are another version, which a test demands.</summary>
    public const int Version = 1;

    public static readonly DateOnly InForceFrom = new(2026, 11, 21);

    /// <summary>Keeps that the notice was accepted, in the transaction of what it was accepted for.</summary>
    /// <param name="isAccepted">Whether the person said so.</param>
    internal static Refusal? Accept(this HubDbContext db, NoticePurpose purpose, Guid subjectId, bool isAccepted, DateTimeOffset now)
    {
        if (!isAccepted)
        {
            return PrivacyRefusals.NoticeNotAccepted;
        }

        db.NoticeAcceptances.Add(new NoticeAcceptance { Purpose = purpose, SubjectId = subjectId, Version = Version, AcceptedAt = now });
        return null;
    }
}

public static class PrivacyRefusals
{
    public static readonly Refusal NoticeNotAccepted = new("privacy.notice-not-accepted", "accepts");
}
