namespace OpenStateHub.Core.Ledger;

/// <summary>What an entry of the ledger is about, by a name that outlives every page.</summary>
/// <param name="Kind">Such as <c>commitment</c>.</param>
/// <param name="Key">Its address within the place or its id: lower-case letters, digits, hyphens and slashes.</param>
public readonly record struct Subject(string Kind, string Key)
{
    public Subject(string kind, Guid id)
        : this(kind, id.ToString())
    {
    }

    /// <summary>As it stands in the API and in the hash: <c>commitment/agua-limpia</c>.</summary>
    public override string ToString() => $"{Kind}/{Key}";

    /// <returns>Null where the text names no subject.</returns>
    public static Subject? From(string? text) =>
        text?.Split('/', 2) is [{ Length: > 0 } kind, { Length: > 0 } key] ? new Subject(kind, key) : null;
}
