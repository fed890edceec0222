namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>What a place says about its accounts.</summary>
public sealed class AccountRules
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Whether whoever linked an account may come over from its place, without the password of this one.</summary>
    public bool AcceptsLinked { get; private set; }

    public int Revision { get; private set; }

    public void Change(bool acceptsLinked) => (AcceptsLinked, Revision) = (acceptsLinked, Revision + 1);
}
