using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Network;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>What the form of an offer or a need has.</summary>
public abstract class OfferForm : PageModel
{
    [BindProperty]
    public Topic? Topic { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? ContactOffice { get; set; }

    public abstract OfferKind Kind { get; }

    protected OfferText Written => OfferText.From(Topic, Title, About, ContactOffice);
}
