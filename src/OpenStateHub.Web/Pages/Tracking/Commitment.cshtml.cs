using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>What was promised, what was done, and who confirms it.</summary>
[CachedPage]
public sealed class CommitmentModel(FindCommitment commitments, HubAddresses addresses) : PageModel
{
    public CommitmentDetail Commitment { get; private set; } = null!;

    public CommitmentRow Row => Commitment.Row;
    public CommitmentRecord Record => Commitment.Record;
    public CommitmentText Text => Commitment.Record.Text;

    /// <summary>Completions that wait for an answer, by the sectors that have not given theirs.</summary>
    public IReadOnlyList<Sector> Silent =>
        [.. Sectors.All.Where(sector => Commitment.Activities.Any(
            activity => activity.State.Status is ActivityStatus.Complete && activity.Awaiting?.AnswerOf(sector) is null))];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await commitments.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        Commitment = found;
        return Page();
    }

    public ActivityCard Card(ActivityDetail activity) =>
        new(activity, activity.State.IsLate(Row.Today) && !Row.IsOver, activity.State.DueOn < Row.Today);

    /// <summary>Where a link leads; null for a code that is no address.</summary>
    public string? AddressOf(LinkRow link) => link.Kind switch
    {
        _ when Uri.TryCreate(link.Target, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) => link.Target,
        LinkKind.ContributesTo when link.Target.Split('/') is [var place, var commitment] =>
            addresses.Place(place, $"/compromisos/{commitment}"),
        _ => null,
    };

    public static string NameOf(NamedCode code) => Languages.IsEnglish ? code.TitleEn : code.TitleEs;
}

/// <param name="IsLate">Today, and while its plan runs.</param>
/// <param name="IsPast">Whether its day has gone by, done or not.</param>
public sealed record ActivityCard(ActivityDetail Activity, bool IsLate, bool IsPast);
