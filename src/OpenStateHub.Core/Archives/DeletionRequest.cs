using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>An operator's wish that a place be erased. Another operator's confirmation does it, when the time to think is over.</summary>
public sealed class DeletionRequest
{
    public static readonly TimeSpan Wait = TimeSpan.FromDays(30);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required TenantId PlaceId { get; init; }
    public required Guid RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required string ArchiveSha256 { get; init; }

    /// <summary>Of the rows and files that the archive holds.</summary>
    public required string ContentsSha256 { get; init; }

    /// <returns>One sentence; null where it may be done.</returns>
    public string? WhyNot(Guid confirmedBy, DateTimeOffset now) =>
        confirmedBy == RequestedBy ? "The operator who asked for it cannot confirm it: another one must."
        : now < DueAt ? FormattableString.Invariant($"It was asked for on {RequestedAt:yyyy-MM-dd}, and may be confirmed from {DueAt:u} on.")
        : null;
}
