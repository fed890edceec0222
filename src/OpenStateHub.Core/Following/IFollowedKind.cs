using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Following;

/// <summary>A kind of thing that people follow and speak about; each feature brings its own. What of it is public, its <see cref="ISubjectContents"/> says.</summary>
public interface IFollowedKind
{
    string Kind { get; }

    /// <summary>Whether it is a promise, of which people can say that it was kept where they are, or not.</summary>
    bool IsPromise => false;

    /// <summary>What else belongs to it: the subjects whose acts are told with its own. What stands below it in the history, after its key and a slash, always is.</summary>
    Task<ILookup<string, Subject>> PartsAsync(IReadOnlyCollection<string> keys, CancellationToken ct);
}

/// <summary>What somebody follows: the entries of the history that are about it, and what people call it.</summary>
/// <param name="Subject">The place itself, or one public thing of it.</param>
/// <param name="Title">Null: the place.</param>
/// <param name="IsPromise">Whether testimonies can be about it.</param>
public sealed record Topic(Subject Subject, string? Title, bool IsDemonstration, bool IsPromise, IReadOnlyList<Subject> Parts)
{
    public const string PlaceKind = "place";

    /// <summary>The place with everything in it.</summary>
    public static readonly Subject Place = new(PlaceKind, "all");

    public bool IsPlace => Subject == Place;

    /// <summary>Whether an entry about that subject is about this.</summary>
    public bool Holds(Subject subject) =>
        IsPlace || Parts.Any(part => subject == part || (subject.Key.Length > part.Key.Length && subject.Key[part.Key.Length] == '/' && subject.Key.StartsWith(part.Key, StringComparison.Ordinal)));
}
