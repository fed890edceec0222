namespace OpenStateHub.Core.Accounts.Linked;

public enum PassKind
{
    /// <summary>Somebody of the first place asks to link an account of the second.</summary>
    Ask,

    /// <summary>The second place's account was linked there: the first is to do the same.</summary>
    Answer,

    /// <summary>Somebody goes over to the account that they linked.</summary>
    Hop,
}

/// <summary>What one place says to another by way of somebody's browser, protected by the keys of the hub: nobody else can write or read it.</summary>
/// <param name="ToPerson">Null in <see cref="PassKind.Ask"/>: whoever signs in there says it.</param>
/// <param name="SecondFactor">Whether more than a password was proved where it was written.</param>
public sealed record Pass(
    PassKind Kind, Guid Id, Guid FromPlace, Guid FromPerson, string FromName, Guid ToPlace, Guid? ToPerson, bool SecondFactor, DateTimeOffset ExpiresAt);
