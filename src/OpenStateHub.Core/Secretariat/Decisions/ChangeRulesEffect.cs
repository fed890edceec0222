using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>Adopts rules of operation: they hold from the day that they name or, where that passed meanwhile, from the day of the decision.</summary>
internal sealed class ChangeRulesEffect(AdoptRules adopt) : IDecisionEffect
{
    public Matter Matter => Matter.ChangeRules;

    public bool CarriesOutAll => true;

    public Task<IReadOnlyList<DecisionSubject>> ListSubjectsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<DecisionSubject>>([]);

    public Task<Refusal?> CheckAsync(Decision decision, CancellationToken ct) =>
        Task.FromResult(decision.Read<RulesTerms>() is { } terms ? RulesOf(terms).Check() : DecisionRefusals.RulesWithoutDocument);

    public async Task<Refusal?> ApplyAsync(Decision decision, Agreement agreement, CancellationToken ct)
    {
        var terms = decision.Read<RulesTerms>()!;
        return await adopt.ExecuteAsync(
            new AdoptRules.Input
            {
                DocumentId = terms.DocumentId,
                FromOn = terms.FromOn < agreement.AgreedOn ? agreement.AgreedOn : terms.FromOn,
                TwoOfThree = terms.TwoOfThree,
                Agreement = agreement.Number.Value,
            },
            ct);
    }

    private static SecretariatRules RulesOf(RulesTerms terms) => new() { DocumentId = terms.DocumentId, FromOn = terms.FromOn, TwoOfThree = terms.TwoOfThree };
}
