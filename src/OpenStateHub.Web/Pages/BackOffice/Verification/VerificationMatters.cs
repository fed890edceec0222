using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Verification;

/// <summary>The reported completions that your seat has not answered: one line, because they are answered together.</summary>
public sealed class VerificationMatters(ListToAnswer list, CurrentPerson me, IStringLocalizer<ReportWords> words) : IMatters
{
    public async Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct)
    {
        if (!await me.MayAsync(Right.VerifyForSector, ct) || (await me.ActorAsync(ct)).SeatId is not { } seat)
        {
            return [];
        }

        var found = await list.ExecuteAsync(seat, me.Id, ct);
        var waiting = found.Waiting.ToList();

        if (waiting.Count == 0)
        {
            return [];
        }

        var first = waiting.Min(row => row.AnswerBy);
        var isLate = first < found.Today;
        return
        [
            new Waiting(
                isLate ? "late" : "going", isLate ? "exclamation-triangle-fill" : "hourglass-split",
                waiting.Count == 1 ? words["Matter_AnswerOne", waiting[0].Description] : words["Matter_AnswerMany", waiting.Count],
                isLate ? words["Matter_AnswerWas", Dates.Words(first)] : words["Matter_AnswerBy", Dates.Words(first)],
                VerificationModel.Address),
        ];
    }
}
