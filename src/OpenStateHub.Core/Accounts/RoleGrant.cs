namespace OpenStateHub.Core.Accounts;

/// <summary>For whom an owner acts: the responsible office, or its counterpart.</summary>
public enum OwnerSector
{
    Government,
    CivilSociety,
}

/// <summary>A role that a person holds here, perhaps on one thing only, perhaps until a day.</summary>
public sealed class RoleGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required Role Role { get; init; }

    /// <summary>The seat, the commitment or activity, or the table that the role is held on.</summary>
    public Guid? ScopeId { get; init; }

    /// <summary>The body that the person acts for; null where the seat tells it.</summary>
    public string? Office { get; init; }

    /// <summary>The sector that an owner reports for; null in other roles, and in grants of before, which are the government's.</summary>
    public OwnerSector? Sector { get; init; }

    public required DateOnly FromOn { get; init; }

    /// <summary>The last day, or null: until it is ended.</summary>
    public DateOnly? UntilOn { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsHeldOn(DateOnly day) => EndedAt is null && FromOn <= day && (UntilOn is null || day <= UntilOn);

    /// <param name="others">How many other people administer the place on that day.</param>
    public Refusal? End(int others, DateTimeOffset at)
    {
        if (EndedAt is not null)
        {
            return AccountRefusals.RoleAlreadyEnded;
        }

        if (Role is Role.Administrator && others == 0)
        {
            return AccountRefusals.LastAdministrator;
        }

        EndedAt = at;
        return null;
    }
}
