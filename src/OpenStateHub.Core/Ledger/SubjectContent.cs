namespace OpenStateHub.Core.Ledger;

/// <summary>A public subject as its rows have it now.</summary>
/// <param name="Title">What people call it, for a reader of the history.</param>
/// <param name="Write">Writes its canonical public content: only what everybody may read.</param>
public sealed record SubjectContent(Subject Subject, string Title, Action<CanonicalText> Write)
{
    /// <summary>Invented, wholly or in what was done about it: a page marks it.</summary>
    public bool IsDemonstration { get; init; }

    public string HashWith(string salt)
    {
        var text = new CanonicalText(salt).Part(Subject.ToString());
        Write(text);
        return text.Sha256();
    }
}

/// <summary>Reads the public subjects of one kind from their rows; each feature brings its own, and this is the only place that says their content.</summary>
public interface ISubjectContents
{
    string Kind { get; }

    /// <param name="keys">The subjects asked for; null: all that are public.</param>
    Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct);
}
