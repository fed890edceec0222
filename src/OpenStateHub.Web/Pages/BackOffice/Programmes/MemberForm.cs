using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Observatory;

namespace OpenStateHub.Web.Pages.BackOffice.Programmes;

/// <summary>What the forms of a membership share.</summary>
public abstract class MemberForm : PageModel
{
    /// <summary>The source gives only the day by which it is known.</summary>
    [BindProperty]
    public bool FromIsBound { get; set; }

    [BindProperty]
    public DateOnly? UntilOn { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    protected ChangeMembership.Text Written => new(FromIsBound, UntilOn, Source);

    protected static string ListOf(string programme) => $"{IndexModel.Address}?programa={Uri.EscapeDataString(programme)}&hecho={IndexModel.Saved}";
}
