using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Following;
using OpenStateHub.Web.Pages.Following;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Comments;

/// <summary>One comment: publish it, hide it by a rule, or answer it.</summary>
[Requires(Right.Moderate)]
public sealed class AttendModel(ListCommentWork list, ModerateComment moderate, CommentLetters letters, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["rule"] = nameof(Rule), ["answer"] = nameof(Answer) };

    [BindProperty(Name = "comentario", SupportsGet = true)]
    public Guid CommentId { get; set; }

    [BindProperty]
    public int? Rule { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public ListCommentWork.Row Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await list.FindAsync(CommentId, ct) is not { } found)
        {
            return NotFound();
        }

        Row = found;
        return Page();
    }

    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => TakeAsync(CommentStep.Publish, "Published", ct);

    public Task<IActionResult> OnPostHideAsync(CancellationToken ct) => TakeAsync(CommentStep.Hide(Rule), "Hidden", ct);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => TakeAsync(CommentStep.Answer(Answer), "Answered", ct);

    private async Task<IActionResult> TakeAsync(CommentStep step, string done, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var (found, refusal) = await moderate.ExecuteAsync(CommentId, step, letters.Outcome, ct);

            if (found && refusal is null)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={done}{(done == "Published" ? "&falta=Moderation" : "&falta=Answer")}"));
            }

            if (refusal is not null)
            {
                ModelState.Refuse(refusal, reasons, Fields);
            }
        }

        return await OnGetAsync(ct);
    }
}
