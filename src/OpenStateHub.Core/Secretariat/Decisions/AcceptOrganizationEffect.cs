using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>Gives an accepted organisation its seat.</summary>
internal sealed class AcceptOrganizationEffect(FillSeat fill) : IDecisionEffect
{
    public Matter Matter => Matter.AcceptOrganization;

    public bool CarriesOutAll => true;

    public Task<IReadOnlyList<DecisionSubject>> ListSubjectsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<DecisionSubject>>([]);

    public Task<Refusal?> CheckAsync(Decision decision, CancellationToken ct) =>
        Task.FromResult(decision.Read<SeatTerms>() is { } terms ? SeatOf(terms).Check() : DecisionRefusals.SeatWithoutTerms);

    public async Task<Refusal?> ApplyAsync(Decision decision, Agreement agreement, CancellationToken ct)
    {
        var terms = decision.Read<SeatTerms>()!;
        return await fill.ExecuteAsync(
            new FillSeat.Input
            {
                Sector = terms.Sector,
                Organization = terms.Organization,
                OrganizationType = terms.OrganizationType,
                Branch = terms.Branch,
                FromOn = agreement.AgreedOn,
                Source = agreement.Number.Value,
                IsDemonstration = decision.IsDemonstration,
            },
            ct);
    }

    private static Seat SeatOf(SeatTerms terms) =>
        new() { Sector = terms.Sector, Organization = terms.Organization.Trim(), OrganizationType = terms.OrganizationType, Branch = terms.Branch };
}
