using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What of the secretariat needs you now: the votes that your seat has not given and, for who seats it, the vacancies.</summary>
public sealed class SecretariatMatters(
    FindSecretariat secretariats, ReadDecisions votes, CurrentPerson me, TenantContext tenant, TimeProvider clock,
    IStringLocalizer<AccountWords> words, IStringLocalizer<SeatWords> seats, DecisionSentences sentences) : IMatters
{
    private const int MostVotes = 50;

    public async Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct) =>
    [
        .. (await me.ActorAsync(ct)).SeatId is { } seat ? await VotesAsync(seat, ct) : [],
        .. await me.MayAsync(Right.SeatSecretariat, ct) ? Vacancies(await secretariats.ExecuteAsync(tenant.Current.Today(clock), ct)) : [],
    ];

    private async Task<IEnumerable<Waiting>> VotesAsync(Guid seat, CancellationToken ct)
    {
        var (open, _) = await votes.ExecuteAsync(new ReadDecisions.Filter(IsOpen: true), 0, MostVotes, ct);
        return open
            .Where(row => row.Seats.Any(one => one.SeatId == seat && one is { MayVote: true, Choice: null }))
            .Select(row => new Waiting(
                "late", "hourglass-split", row.Decision.Title, words["Matter_Vote", sentences.Why(row)], $"/gestion/votaciones/{row.Decision.Id}"));
    }

    private IEnumerable<Waiting> Vacancies(SecretariatOnDay found) =>
    [
        .. found.VacantSectors.Take(1).Select(_ => Alert(seats["Alert_Quorum"], seats["Alert_QuorumWhy"])),
        .. found.VacantSeats.Select(seat => Alert(seats["Alert_Vacant", seat.Organization], seats["Alert_VacantWhy"])),
    ];

    private static Waiting Alert(string what, string why) => new("late", "exclamation-triangle-fill", what, why, "/gestion/secretariado");
}
