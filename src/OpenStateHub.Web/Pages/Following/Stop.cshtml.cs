using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Following;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>
/// Ends the letters: a person opens the link and presses a button, a mail program posts to it at once (RFC 8058), from nowhere and without
/// a cookie. What allows it is the secret of the link, so no form's token is asked for.
/// </summary>
[IgnoreAntiforgeryToken]
[EvenSuspended]
[ResponseCache(NoStore = true)]
public sealed class StopModel(FindFollower find, StopFollowing stop, ChooseFrequency choose) : PageModel
{
    public FindFollower.Found Found { get; private set; } = null!;

    /// <summary>The letters go on, as often as was chosen here.</summary>
    public bool HasChosen { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await find.ExecuteAsync(token, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }

    /// <remarks>Answers at once: a mail program follows no redirect.</remarks>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) =>
        await stop.ExecuteAsync(token, ct) ? await OnGetAsync(token, ct) : NotFound();

    public async Task<IActionResult> OnPostLessAsync(string token, Frequency frequency, CancellationToken ct)
    {
        HasChosen = ModelState.IsValid && await choose.ExecuteAsync(token, frequency, ct) is (true, null);
        return await OnGetAsync(token, ct);
    }
}
