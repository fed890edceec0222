using OpenStateHub.Core.Accounts;

namespace OpenStateHub.Core.Tests.Accounts;

public sealed class RoleGrantTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Is_held_from_its_first_day_to_its_last()
    {
        var grant = A(Role.ActivityOwner, until: Today.AddDays(1));

        Assert.False(grant.IsHeldOn(Today.AddDays(-1)));
        Assert.True(grant.IsHeldOn(Today));
        Assert.True(grant.IsHeldOn(Today.AddDays(1)));
        Assert.False(grant.IsHeldOn(Today.AddDays(2)));
    }

    [Fact]
    public void Ends_at_once()
    {
        var grant = A(Role.Evaluator);

        Assert.Null(grant.End(others: 0, Now));
        Assert.False(grant.IsHeldOn(Today));
        Assert.Equal(AccountRefusals.RoleAlreadyEnded, grant.End(others: 0, Now));
    }

    [Fact]
    public void The_last_administrator_stays()
    {
        Assert.Equal(AccountRefusals.LastAdministrator, A(Role.Administrator).End(others: 0, Now));
        Assert.Null(A(Role.Administrator).End(others: 1, Now));
    }

    private static RoleGrant A(Role role, DateOnly? until = null) => new() { UserId = Guid.CreateVersion7(), Role = role, FromOn = Today, UntilOn = until };
}
