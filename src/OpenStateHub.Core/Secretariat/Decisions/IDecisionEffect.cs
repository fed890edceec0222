using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>
/// What a passed decision does. The feature that does it registers it: the secretariat knows no plans and no commitments. A matter without an
/// effect, such as free text, only becomes an agreement that somebody carries out.
/// </summary>
public interface IDecisionEffect
{
    Matter Matter { get; }

    /// <summary>What may be put to the vote as things stand, the most likely first; none for a matter that is about nothing that exists yet.</summary>
    Task<IReadOnlyList<DecisionSubject>> ListSubjectsAsync(CancellationToken ct);

    /// <summary>Why it may not be put to the vote: a vote on what cannot happen is nobody's time.</summary>
    Task<Refusal?> CheckAsync(Decision decision, CancellationToken ct);

    /// <summary>Does it, in the transaction of the closing, once. Refused, it leaves nothing behind, and the decision does not pass.</summary>
    Task<Refusal?> ApplyAsync(Decision decision, Agreement agreement, CancellationToken ct);

    /// <summary>Whether nothing is left to carry out: the agreement is done with the decision.</summary>
    bool CarriesOutAll { get; }
}

/// <param name="Name">As the ledger names it.</param>
public sealed record DecisionSubject(Guid Id, Subject Name, string Title);

/// <summary>The registered effects by their matter.</summary>
public sealed class DecisionEffects(IEnumerable<IDecisionEffect> registered)
{
    public IDecisionEffect? Of(Matter matter) => registered.SingleOrDefault(effect => effect.Matter == matter);
}
