using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Tracking.Presentations;

/// <summary>Questions are asked of a public accountability session, before it and after.</summary>
internal sealed class FollowedPresentations : IFollowedKind
{
    public string Kind => PresentationSubjects.PresentationKind;

    public Task<ILookup<string, Subject>> PartsAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult(Enumerable.Empty<Subject>().ToLookup(_ => ""));
}
