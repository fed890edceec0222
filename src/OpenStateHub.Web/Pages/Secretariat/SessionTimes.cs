using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>Moments of a session as the clocks of its place show them, in words.</summary>
public sealed class SessionTimes(TenantContext tenant, TimeProvider clock, IStringLocalizer<SessionWords> words)
{
    public DateOnly Today => tenant.Current.Today(clock);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(tenant.Current.LocalTime(at));

    public TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(tenant.Current.LocalTime(at));

    /// <summary>"martes 25 de agosto de 2026"</summary>
    public string Day(DateTimeOffset at) =>
        $"{tenant.Current.LocalTime(at).ToString("dddd", Languages.IsEnglish ? Languages.English : Languages.Spanish)} {Dates.Words(DayOf(at))}";

    /// <summary>"martes 25 de agosto de 2026, de 10:00 a 12:00"</summary>
    public string When(DateTimeOffset startsAt, DateTimeOffset endsAt) => words["When", Day(startsAt), Time(startsAt), Time(endsAt)];

    /// <summary>"25 de agosto de 2026, 10:05"</summary>
    public string Moment(DateTimeOffset at) => words["Moment", Dates.Words(DayOf(at)), Time(at)];

    public string Time(DateTimeOffset at) => TimeOf(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
