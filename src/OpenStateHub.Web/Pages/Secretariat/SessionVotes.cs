using Microsoft.AspNetCore.Mvc;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The votes of a session in the order in which they were put, on its page and on its live one: <c>&lt;vc:session-votes session="session.Id" /&gt;</c>.</summary>
public sealed class SessionVotesViewComponent(ReadDecisions read) : ViewComponent
{
    /// <summary>More are not put to the vote in one sitting.</summary>
    private const int Most = 200;

    public async Task<IViewComponentResult> InvokeAsync(Guid session)
    {
        var (rows, _) = await read.ExecuteAsync(new ReadDecisions.Filter(SessionId: session), 0, Most, HttpContext.RequestAborted);
        return View("~/Pages/Secretariat/_SessionVotes.cshtml", rows.Reverse().ToList());
    }
}
