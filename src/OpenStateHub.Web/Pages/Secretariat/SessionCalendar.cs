using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The sessions for people's calendars: a feed to subscribe to, and one session to keep.</summary>
internal sealed class SessionCalendar(
    ListSessions sessions, FindSession find, TenantContext tenant, TimeProvider clock, HubAddresses addresses, IStringLocalizer<SessionWords> words)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sesiones.ics", (SessionCalendar calendar, CancellationToken ct) => calendar.FeedAsync(ct))
            .WithMetadata(new CachedPageAttribute())
            .ExcludeFromDescription();
        app.MapGet("/sesiones/{id:guid}/sesion.ics", (Guid id, SessionCalendar calendar, CancellationToken ct) => calendar.OneAsync(id, ct))
            .WithMetadata(new CachedPageAttribute())
            .ExcludeFromDescription();
    }

    private async Task<FileContentHttpResult> FeedAsync(CancellationToken ct)
    {
        var rows = await sessions.ExecuteAsync(drafts: false, ct);
        return File($"sesiones-{tenant.Current.Slug}.ics", rows.Select(row => new CalendarEvent(
            row.Id, row.Sequence, row.StartsAt, row.EndsAt, row.Title, null, row.Place ?? row.Link, AddressOf(row.Id), row.Status is SessionStatus.Cancelled,
            clock.GetUtcNow())));
    }

    private async Task<Results<FileContentHttpResult, NotFound>> OneAsync(Guid id, CancellationToken ct) =>
        await find.ExecuteAsync(id, drafts: false, ct) is { } found
            ? File($"sesion-{tenant.Current.Slug}-{Numbers.Plain(found.Number!.Value)}.ics", [new CalendarEvent(
                found.Id, found.Sequence, found.StartsAt, found.EndsAt, found.Title, string.Join('\n', found.Agenda.Select(item => $"{item.Position}. {item.Title}")),
                found.Place ?? found.Link, AddressOf(found.Id), found.Status is SessionStatus.Cancelled, clock.GetUtcNow())])
            : TypedResults.NotFound();

    private string AddressOf(Guid id) => addresses.Whole(Languages.Keep($"/sesiones/{id}"));

    private FileContentHttpResult File(string name, IEnumerable<CalendarEvent> events) => TypedResults.File(
        Encoding.UTF8.GetBytes(CalendarFile.Feed(words["Calendar_Name", tenant.Current.Name], events)), $"{CalendarFile.MediaType}; charset=utf-8", name);
}
