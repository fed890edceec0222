namespace OpenStateHub.Core.Privacy;

/// <summary>What personal data are asked for.</summary>
public enum NoticePurpose
{
    Following,
    Comment,
    Account,
    Arco,
}

/// <summary>Which notice somebody accepted before they gave their data. It names nobody, and outlives the data.</summary>
public sealed class NoticeAcceptance
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required NoticePurpose Purpose { get; init; }

    /// <summary>The follower, the comment, the invitation or the request.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The place's own notice; null: the template.</summary>
    public Guid? NoticeId { get; init; }

    public required int Version { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
}
