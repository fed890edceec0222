using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking.Cutoffs;

/// <summary>The clock's look at cut-off days, and what its letters say. Nobody asks for it, so it has no reader's language.</summary>
public sealed class CutoffLetters(KeepCutoffs keep, TenantContext tenant, HubAddresses addresses, IStringLocalizer<CutoffWords> words)
{
    private const int MostActivities = 12;

    /// <returns>When there is something to do again.</returns>
    public Task<DateTimeOffset?> KeepAsync(CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = Languages.Spanish;
        return keep.ExecuteAsync(Of, ct);
    }

    private Letter Of(CutoffNotice notice)
    {
        var day = Dates.Words(notice.FallsOn);
        return new Letter
        {
            Language = Languages.Spanish.TwoLetterISOLanguageName,
            Subject = notice.DaysLeft switch
            {
                < 0 => words["Letter_SubjectOver", day],
                0 => words["Letter_SubjectToday"],
                1 => words["Letter_SubjectOne", day],
                var days => words["Letter_Subject", days, day],
            },
            Paragraphs = [.. Paragraphs(notice, day)],
            Action = notice.IsOver
                ? new(words["Letter_SeeReport"], addresses.Of(tenant.Current, $"/planes/{notice.PlanSlug}/cortes/{Dates.Machine(notice.FallsOn)}"))
                : new(words["Letter_Act"], addresses.Of(tenant.Current, notice.IsForAdministrator ? $"/gestion/plan/{notice.PlanSlug}/cortes" : "/gestion")),
            Footer = notice.IsForAdministrator ? words["Letter_FooterAdministrator", tenant.Current.Name] : words["Letter_FooterOwner", tenant.Current.Name],
        };
    }

    private IEnumerable<string> Paragraphs(CutoffNotice notice, string day)
    {
        if (notice.IsMoved)
        {
            yield return words["Letter_Moved", day];
        }

        yield return notice.IsOver ? words["Letter_Over", notice.PlanTitle, day] : words["Letter_Coming", notice.PlanTitle, day];
        yield return (notice.IsForAdministrator, notice.IsOver) switch
        {
            (true, false) => words["Letter_Orphans"],
            (true, true) => words["Letter_OrphansOver"],
            (false, false) => words["Letter_Yours"],
            (false, true) => words["Letter_YoursOver"],
        };

        foreach (var activity in notice.Activities.Take(MostActivities))
        {
            yield return activity.DueOn is { } due
                ? words["Letter_Activity", activity.Description, activity.Commitment, Dates.Words(due)]
                : words["Letter_ActivityUndated", activity.Description, activity.Commitment];
        }

        if (notice.Activities.Count > MostActivities)
        {
            yield return words["Letter_More", notice.Activities.Count - MostActivities];
        }
    }
}
