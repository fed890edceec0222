using Microsoft.Extensions.Localization;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>One commitment as its public page shows it, and the preview of that page.</summary>
public sealed class CommitmentView(CommitmentDetail commitment, HubAddresses addresses)
{
    public CommitmentDetail Commitment => commitment;

    /// <summary>Its plan is not public: nothing of it stands at a public address.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The page of its plan.</summary>
    public string PlanHref => IsPreview ? PreviewOf(Row.PlanSlug) : $"/planes/{Row.PlanSlug}";

    public CommitmentRow Row => Commitment.Row;
    public CommitmentRecord Record => Commitment.Record;
    public CommitmentText Text => Commitment.Record.Text;

    /// <summary>The sectors that let the term of a reported completion pass without an answer.</summary>
    public IReadOnlyList<Sector> Silent => [.. Sectors.All.Where(sector => Owes(sector, isOverdue: true))];

    /// <summary>The sectors whose answer is still in time.</summary>
    public IReadOnlyList<Sector> Awaited => [.. Sectors.All.Where(sector => Owes(sector, isOverdue: false) && !Owes(sector, isOverdue: true))];

    public static string PreviewOf(string planSlug) => $"/gestion/plan/{planSlug}/vista-previa";

    public ActivityCard Card(ActivityDetail activity) =>
        new(activity, activity.State.IsLate(Row.Today) && !Row.IsOver, activity.State.DueOn < Row.Today, IsOverdue(activity)) { Seats = Commitment.Seats };

    /// <summary>Where a link leads; null for a code that is no address.</summary>
    public string? AddressOf(LinkRow link) => link.Kind switch
    {
        _ when Uri.TryCreate(link.Target, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) => link.Target,
        LinkKind.ContributesTo when link.Target.Split('/') is [var place, var commitment] =>
            addresses.Place(place, $"/compromisos/{commitment}"),
        _ => null,
    };

    private bool Owes(Sector sector, bool isOverdue) => Commitment.Activities.Any(activity =>
        activity is { State.Status: ActivityStatus.Complete, Awaiting: { } report } && report.AnswerOf(sector) is null && IsOverdue(activity) == isOverdue);

    private bool IsOverdue(ActivityDetail activity) => activity.Awaiting?.AnswerBy < Row.Today;

    public static string NameOf(NamedCode code) => Languages.IsEnglish ? code.TitleEn : code.TitleEs;
}

/// <param name="IsLate">Today, and while its plan runs.</param>
/// <param name="IsPast">Whether its day has gone by, done or not.</param>
/// <param name="IsAnswerOverdue">Whether the sectors' term to answer its last report has ended.</param>
public sealed record ActivityCard(ActivityDetail Activity, bool IsLate, bool IsPast, bool IsAnswerOverdue)
{
    public required IReadOnlyList<AnsweringSeat> Seats { get; init; }

    /// <summary>How the seats of a sector stand that has not answered; null where there is nothing to say beyond that.</summary>
    public string? SeatsOf(Sector sector, IStringLocalizer<TrackerWords> words)
    {
        var (held, said) = (Seats.Where(seat => seat.Sector == sector).ToList(), Activity.Awaiting!.Seats.Where(seat => seat.Sector == sector).ToList());
        var voices = held.Where(seat => seat.HasVoice || said.Any(one => one.SeatId == seat.SeatId)).ToList();
        var (yes, no) = (said.Count(one => one.Outcome is ConfirmationOutcome.Confirmed), said.Count(one => one.Outcome is ConfirmationOutcome.Refused));
        return held switch
        {
            [] => words["Seats_NoneHeld"].Value,
            _ when voices.Count == 0 => words["Seats_NoVoice"].Value,
            _ when yes > 0 && yes == no && said.Count == voices.Count => words["Seats_Tie", yes, no].Value,
            _ when said.Count > 0 => words["Seats_SoFar", said.Count, voices.Count, yes, no].Value,
            _ => null,
        };
    }
}
