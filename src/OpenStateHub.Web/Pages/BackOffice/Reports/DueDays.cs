using Microsoft.Extensions.Localization;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.BackOffice.Reports;

/// <summary>How far a day is, as people say it.</summary>
internal static class DueDays
{
    public static string Days(this IStringLocalizer<ReportWords> words, DateOnly on, DateOnly today) => (on.DayNumber - today.DayNumber) switch
    {
        0 => words["Days_Today"],
        1 => words["Days_Tomorrow"],
        -1 => words["Days_Yesterday"],
        > 1 and var ahead => words["Days_In", ahead],
        var ago => words["Days_Ago", -ago],
    };
}
