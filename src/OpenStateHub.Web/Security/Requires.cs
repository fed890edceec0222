using Microsoft.AspNetCore.Authorization;
using OpenStateHub.Core.Accounts;

namespace OpenStateHub.Web.Security;

/// <summary><c>[Requires(Right.ManagePeople)]</c>: only who holds a role that the table of rights gives this right.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Right right) : AuthorizeAttribute(right.ToString())
{
    public Right Right => right;
}

/// <summary>Holds a right, by a role held today.</summary>
public sealed record RightRequirement(Right Right) : IAuthorizationRequirement;

public sealed class RightHandler(CurrentPerson person) : AuthorizationHandler<RightRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (await person.MayAsync(requirement.Right, CancellationToken.None))
        {
            context.Succeed(requirement);
        }
    }
}
