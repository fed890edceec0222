using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Tracking.Duties;

/// <summary>What a duty asks for and how it stands, in one sentence each.</summary>
public sealed class DutySentences(IStringLocalizer<DutyWords> words)
{
    /// <summary>"Al menos 2 veces cada 12 meses."</summary>
    public string Period(DutyRule rule) => (rule.IsOnce, rule.Times, rule.Months) switch
    {
        (true, _, 1) => words["Period_OnceOne"],
        (true, _, var months) => words["Period_Once", months],
        (_, 1, 1) => words["Period_EveryOne"],
        (_, 1, var months) => words["Period_Every", months],
        (_, var times, var months) => words["Period_Times", times, months],
    };

    public string Standing(DutyStanding standing) => (standing.State, standing.LastOn, standing.DueOn) switch
    {
        (DutyState.NotApplicable, _, _) => standing.Rule.IsApplicable ? words[$"NotYet_{standing.Rule.Code}"] : words["NotHere"],
        (DutyState.Overdue, { } last, { } due) => words["Overdue_Last", Dates.Words(due), Dates.Words(last)],
        (DutyState.Overdue, null, { } due) => words["Overdue_Never", Dates.Words(due)],
        (DutyState.Met, { } last, { } due) when standing.Rule.IsOnce => words["Met_Once", Dates.Words(last), Dates.Words(due)],
        (_, { } last, { } due) => words["Running_Last", Dates.Words(last), Dates.Words(due)],
        (_, null, { } due) => words["Running_Never", Dates.Words(due)],
        _ => throw new InvalidOperationException($"A duty that is {standing.State} has a day."),
    };
}
