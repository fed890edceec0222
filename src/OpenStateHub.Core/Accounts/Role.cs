namespace OpenStateHub.Core.Accounts;

/// <summary>What somebody is at a place. Closed: the rights of each stand in <see cref="Rights"/>.</summary>
public enum Role
{
    Administrator,

    /// <summary>On a seat of the secretariat.</summary>
    SecretariatMember,

    /// <summary>On one commitment or activity, until a day.</summary>
    ActivityOwner,

    /// <summary>On one table.</summary>
    Facilitator,

    Evaluator,
    Participant,

    /// <summary>Of the national tenant only.</summary>
    NationalMonitor,

    /// <summary>Of the national tenant only.</summary>
    PlatformOperator,
}

public static class Roles
{
    public static readonly IReadOnlyList<Role> All = Enum.GetValues<Role>();

    public static bool IsNational(this Role role) => role is Role.NationalMonitor or Role.PlatformOperator;

    /// <summary>Whether the role is held on one thing: a seat, a commitment or activity, a table.</summary>
    public static bool IsOnOneThing(this Role role) => role is Role.SecretariatMember or Role.ActivityOwner or Role.Facilitator;
}
