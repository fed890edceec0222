namespace OpenStateHub.Core.Ledger;

public enum LedgerFaultKind
{
    /// <summary>An entry is missing before a later one.</summary>
    Gap,

    /// <summary>An entry does not follow the one before it.</summary>
    Broken,

    /// <summary>An entry is not what its hash was taken of.</summary>
    Changed,

    /// <summary>The head knows entries that are not there.</summary>
    CutTail,

    /// <summary>The head is not the last entry.</summary>
    HeadDiffers,

    /// <summary>The copy of the head that was kept elsewhere knows entries that are not there.</summary>
    CutBeforeAnchor,

    /// <summary>The history before the copy was written anew.</summary>
    AnchorDiffers,

    /// <summary>A public row is not what it was at its latest entry.</summary>
    RowChanged,

    /// <summary>A public row was erased.</summary>
    RowGone,

    /// <summary>A public row came without an entry.</summary>
    RowUnrecorded,

    /// <summary>The secret of a subject was erased, so that its rows can no longer be compared.</summary>
    SaltGone,
}

/// <summary>One thing that is wrong with a place's history.</summary>
/// <param name="Sequence">The entry concerned, or the last one there is; null where none is.</param>
public sealed record LedgerFault(LedgerFaultKind Kind, int? Sequence, Subject? Subject)
{
    /// <summary>Where the head or its copy says that the chain ends.</summary>
    public int? Expected { get; init; }
}

/// <summary>A copy of where a chain ended, kept where nobody who can write the database can change it.</summary>
public sealed record LedgerAnchor(string Slug, int Sequence, string Hash)
{
    public override string ToString() => FormattableString.Invariant($"{Slug} {Sequence} {Hash}");

    /// <returns>Null where the line is none of an anchor file.</returns>
    public static LedgerAnchor? From(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var slug, var number, { Length: 64 } hash]
        && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var sequence)
            ? new LedgerAnchor(slug, sequence, hash)
            : null;
}
