using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>What the pages about one conversation share: they show what both sides wrote, say one more thing, and end it.</summary>
public abstract class ConversationPage(
    ConversationKind kind, ListConversations list, SendMessage send, NetworkLetters letters, CurrentPerson me, TenantContext tenant, IStringLocalizer<RefusalWords> reasons)
    : PageModel
{
    public const string QuestionsAddress = "/gestion/red/preguntas";
    public const string HelpAddress = "/gestion/ayuda";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Conversation Shown { get; private set; } = null!;

    public string? Owner { get; private set; }

    public IReadOnlyList<ListConversations.Said> Messages { get; private set; } = [];

    /// <summary>How this side is called.</summary>
    public string Here => tenant.Current.Name;

    public static string AddressOf(ConversationKind kind) => kind is ConversationKind.Question ? QuestionsAddress : HelpAddress;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var office = (await me.ActorAsync(ct)).Office ?? tenant.Current.Name;
        return await AnswerAsync(await send.ExecuteAsync(Id, new SendMessage.Input(Text, me.Id, office, letters.Written), ct), "enviado", ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => await AnswerAsync(await send.CloseAsync(Id, ct), "cerrado", ct);

    /// <summary>The moment by the clocks of this place.</summary>
    public DateTime Local(DateTimeOffset at) => tenant.Current.LocalTime(at);

    protected async Task<IActionResult> AnswerAsync(Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"{AddressOf(kind)}/{Id}?hecho={done}"));
        }

        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        ModelState.Refuse(refusal, reasons);
        return Page();
    }

    /// <summary>Reads what the page shows beside the conversation.</summary>
    protected virtual Task ShowAsync(CancellationToken ct) => Task.CompletedTask;

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await list.FindAsync(Id, kind, ct) is not { } found)
        {
            return false;
        }

        (Shown, Owner, Messages) = (found.Row.Conversation, found.Row.Owner, found.Messages);
        await ShowAsync(ct);
        return true;
    }
}
