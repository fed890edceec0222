namespace OpenStateHub.Core.Ledger;

/// <summary>Subjects of every feature, as their rows have them now.</summary>
public sealed class ReadSubjects(IEnumerable<ISubjectContents> features)
{
    /// <param name="asked">Null: all that are public.</param>
    /// <returns>Without those that have no public row.</returns>
    public async Task<IReadOnlyDictionary<Subject, SubjectContent>> ExecuteAsync(IReadOnlyCollection<Subject>? asked, CancellationToken ct)
    {
        var found = new Dictionary<Subject, SubjectContent>();
        var keys = asked?.ToLookup(subject => subject.Kind, subject => subject.Key);

        foreach (var feature in features.Where(feature => keys?.Contains(feature.Kind) ?? true))
        {
            foreach (var content in await feature.ReadAsync(keys?[feature.Kind].Distinct().ToList(), ct))
            {
                found.Add(content.Subject, content);
            }
        }

        return found;
    }
}
