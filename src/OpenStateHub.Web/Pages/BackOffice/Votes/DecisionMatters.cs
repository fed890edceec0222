using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Votes;

/// <summary>What only lacks a decision that nobody has put to the vote: proposed changes, and commitments all of whose activities are verified.</summary>
public sealed class DecisionMatters(DecisionEffects effects, FindOpenVote votes, CurrentPerson me, IStringLocalizer<DecisionWords> words) : IMatters
{
    private static readonly Matter[] Asked = [Matter.ChangeRoadmap, Matter.VerifyCommitment];

    public async Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct)
    {
        var waiting = new List<Waiting>();

        if (!await me.MayAsync(Right.HoldSessions, ct))
        {
            return waiting;
        }

        foreach (var matter in Asked)
        {
            foreach (var subject in await effects.Of(matter)!.ListSubjectsAsync(ct))
            {
                if (await votes.ExecuteAsync(matter, subject.Id, ct) is null)
                {
                    waiting.Add(new Waiting(
                        "going", "hourglass-split", subject.Title, words[$"Waits_{matter}"], $"/gestion/votaciones/nueva?asunto={matter}&sobre={subject.Id}"));
                }
            }
        }

        return waiting;
    }
}
