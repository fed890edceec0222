using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>A programme that places belong to. Coverage is counted against its members at the date (domain rules, section 2).</summary>
public sealed class Programme
{
    public required string Code { get; init; }
    public required string TitleEs { get; set; }
    public required string TitleEn { get; set; }

    /// <summary>Its members count as running a local exercise of open government.</summary>
    public required bool IsLocalExercise { get; set; }
}

public sealed class ProgrammeMembership
{
    public required string Programme { get; init; }
    public required TenantId TenantId { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>The sources give only the day by which it is known.</summary>
    public required bool FromIsBound { get; set; }

    /// <summary>The last day, or null: still.</summary>
    public DateOnly? UntilOn { get; set; }

    public required string Source { get; set; }
}

/// <summary>A figure as a source published it: shown beside the computed one, with the difference explained, never mixed with it.</summary>
public sealed class PublishedFigure
{
    public required string Code { get; init; }
    public required DateOnly AsOf { get; init; }
    public required decimal Value { get; set; }
    public required string Source { get; set; }
    public string? NoteEs { get; set; }
    public string? NoteEn { get; set; }
}

/// <summary>Where sources disagree, the disagreement is shown, not smoothed.</summary>
public sealed class SourceDisagreement
{
    public required int Position { get; init; }
    public required string SentenceEs { get; set; }
    public required string SentenceEn { get; set; }
}
