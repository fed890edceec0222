using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Keeps a place readable and stops every change in it.</summary>
public sealed class SuspendTenant(ChangeStatus change)
{
    public Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct, StatusCause? cause = null) =>
        change.ExecuteAsync(slug, (place, why, now) => place.Suspend(why, now), cause ?? StatusCause.Unsaid, also: null, ct);
}
