using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Web.Security;

/// <summary>Who is signed in at this request, what they may do, and for whom they act.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor, ListGrants grants, FindActor actors, ActingOffice office, SecondFactorRule rule)
{
    private IReadOnlyList<RoleGrant>? held;

    /// <summary>Null: nobody.</summary>
    public Guid? IdOrNull => Guid.TryParse(Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>Throws where nobody is signed in: a page that asks must demand it.</summary>
    public Guid Id => IdOrNull ?? throw new InvalidOperationException("Nobody is signed in.");

    public string? Name => Principal.Identity?.Name;

    /// <summary>Throws where nobody is signed in.</summary>
    public CheckSignIn.Found SignIn => accessor.HttpContext!.Features.GetRequiredFeature<CheckSignIn.Found>();

    private ClaimsPrincipal Principal => accessor.HttpContext!.User;

    public async Task<IReadOnlyList<RoleGrant>> GrantsAsync(CancellationToken ct) =>
        held ??= IdOrNull is { } id ? await grants.ExecuteAsync(id, ct) : [];

    /// <summary>
    /// Whether some role gives the right. Where the role is held on one thing, the command checks on which. Without the second factor that a role
    /// demands, none gives any.
    /// </summary>
    public async Task<bool> MayAsync(Right right, CancellationToken ct) =>
        (await GrantsAsync(ct)).Any(grant => grant.Role.May(right)) && !await LacksSecondFactorAsync(ct);

    /// <summary>Whether a role demands a second factor and this sign-in proved none.</summary>
    public async Task<bool> LacksSecondFactorAsync(CancellationToken ct) =>
        IdOrNull is not null && !SignIn.SecondFactor && rule.IsDemandedOf(await GrantsAsync(ct));

    /// <summary>The body and sector that the public record names.</summary>
    public Task<Actor> ActorAsync(CancellationToken ct) => actors.ExecuteAsync(Id, ct);

    /// <summary>Lets the public record name that body for what this request does. Once a request, before its command.</summary>
    public async Task ActAsync(CancellationToken ct)
    {
        if (await ActorAsync(ct) is { Office: { } name } actor)
        {
            office.Enter(new ActingOffice.Named(name, actor.Sector?.ToString()));
        }
    }
}
