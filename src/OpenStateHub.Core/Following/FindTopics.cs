using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Following;

/// <summary>What of the place can be followed and spoken about: only what is public.</summary>
public sealed class FindTopics(IEnumerable<IFollowedKind> kinds, ReadSubjects subjects)
{
    /// <returns>Null where nothing public has that name.</returns>
    public async Task<Topic?> ExecuteAsync(Subject subject, CancellationToken ct) => (await ExecuteAsync([subject], ct)).GetValueOrDefault(subject);

    /// <returns>Without those that are not public, or no longer.</returns>
    public async Task<IReadOnlyDictionary<Subject, Topic>> ExecuteAsync(IReadOnlyCollection<Subject> asked, CancellationToken ct)
    {
        var found = new Dictionary<Subject, Topic>();

        if (asked.Contains(Topic.Place))
        {
            found[Topic.Place] = new Topic(Topic.Place, null, IsDemonstration: false, IsPromise: false, []);
        }

        foreach (var kind in kinds)
        {
            var named = asked.Where(subject => subject.Kind == kind.Kind).ToHashSet();

            if (named.Count == 0)
            {
                continue;
            }

            var contents = await subjects.ExecuteAsync(named, ct);
            var parts = await kind.PartsAsync([.. contents.Keys.Select(subject => subject.Key)], ct);

            foreach (var (subject, content) in contents)
            {
                found[subject] = new Topic(subject, content.Title, content.IsDemonstration, kind.IsPromise, [subject, .. parts[subject.Key]]);
            }
        }

        return found;
    }
}
