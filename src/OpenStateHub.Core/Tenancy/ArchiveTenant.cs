using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Puts a place to rest: it stays readable, nobody changes it, and its clock stands still.</summary>
public sealed class ArchiveTenant(ChangeStatus change)
{
    public Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct, StatusCause? cause = null) =>
        change.ExecuteAsync(slug, (place, why, now) => place.Archive(why, now), cause ?? StatusCause.Unsaid, also: null, ct);
}
