namespace OpenStateHub.Core.Accounts;

/// <summary>What one person typed into one form and has not saved yet.</summary>
public sealed class FormDraft
{
    public const int LongestForm = 40;
    public const int LongestSubject = 200;
    public const int LongestFields = 400_000;
    public const int LongestRevision = 100;

    public required Guid UserId { get; init; }

    /// <summary>Which form, such as <c>commitment</c>.</summary>
    public required string Form { get; init; }

    /// <summary>What the form is about, such as <c>2026/agua-limpia</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Names and values as the form sent them, JSON.</summary>
    public required string Fields { get; set; }

    /// <summary>What the person saw when they began to type; empty where it is something new.</summary>
    public required string BaseRevision { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    public Refusal? Check() =>
        Form.Length is 0 or > LongestForm || Subject.Length is 0 or > LongestSubject || BaseRevision.Length > LongestRevision ? AccountRefusals.DraftMalformed
        : Fields.Length > LongestFields ? AccountRefusals.DraftTooLong
        : null;
}
