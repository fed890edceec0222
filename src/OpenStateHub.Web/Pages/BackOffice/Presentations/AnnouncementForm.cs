using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Pages.Secretariat;

namespace OpenStateHub.Web.Pages.BackOffice.Presentations;

/// <summary>What an announcement asks for, when it is new and when it changes.</summary>
public abstract class AnnouncementForm : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Plan { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public TimeOnly? From { get; set; }

    [BindProperty]
    public TimeOnly? Until { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    public IReadOnlyList<(string Slug, string Title)> Plans { get; protected set; } = [];

    protected PresentationInput Written => new()
    {
        Plan = Plan, Title = Title, About = About, Day = Day, From = From, Until = Until, Place = Place, Link = Link,
    };

    protected void Show(PresentationRow row, SessionTimes times)
    {
        var shown = row.Presentation;
        (Title, About, Plan, Place, Link) = (shown.Title, shown.About, row.PlanSlug, shown.Place, shown.Link);
        (Day, From, Until) = (times.DayOf(shown.StartsAt), times.TimeOf(shown.StartsAt), shown.EndsAt is { } ends ? times.TimeOf(ends) : null);
    }
}
