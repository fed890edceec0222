using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>A page with the form of a session.</summary>
public interface ISessionForm
{
    SessionForm Form { get; }
}

/// <summary>What a session is, when and where, as it is typed.</summary>
public sealed class SessionForm
{
    /// <summary>Where a refusal's sentence stands.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["title"] = "Form.Title",
        ["startsAt"] = "Form.Day",
        ["endsAt"] = "Form.Until",
        ["place"] = "Form.Place",
        ["link"] = "Form.Link",
    };

    public SessionKind Kind { get; set; }
    public string? Title { get; set; }
    public DateOnly? Day { get; set; }
    public TimeOnly? From { get; set; }
    public TimeOnly? Until { get; set; }
    public string? Place { get; set; }
    public string? Link { get; set; }

    /// <summary>The revision that the writer saw.</summary>
    public int Seen { get; set; }

    public static SessionForm Of(SessionDetail session, SessionTimes times) => new()
    {
        Kind = session.Kind,
        Title = session.Title,
        Day = times.DayOf(session.StartsAt),
        From = times.TimeOf(session.StartsAt),
        Until = times.TimeOf(session.EndsAt),
        Place = session.Place,
        Link = session.Link,
        Seen = session.Revision,
    };

    /// <returns>Null where a day or a time is missing, which the form then says.</returns>
    public SessionInput? Read(ModelStateDictionary state, IStringLocalizer<SessionWords> words)
    {
        void Demand(bool isThere, string field, string sentence)
        {
            if (!isThere && state.GetFieldValidationState($"Form.{field}") is not ModelValidationState.Invalid)
            {
                state.AddModelError($"Form.{field}", sentence);
            }
        }

        Demand(Day is not null, nameof(Day), words["Missing_Day"]);
        Demand(From is not null, nameof(From), words["Missing_From"]);
        Demand(Until is not null, nameof(Until), words["Missing_Until"]);
        return state.IsValid
            ? new SessionInput { Kind = Kind, Title = Title ?? "", Day = Day!.Value, From = From!.Value, Until = Until!.Value, Place = Place, Link = Link }
            : null;
    }
}
