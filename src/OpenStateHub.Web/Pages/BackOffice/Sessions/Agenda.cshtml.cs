using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>The whole agenda in one form, so that it is one change and one letter.</summary>
[Requires(Right.HoldSessions)]
public sealed class AgendaModel(
    FindSession find, ListPublishedDocuments documents, SetAgenda set, SessionLetters letters, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const int NewItems = 2;

    [BindProperty]
    public List<AgendaForm> Items { get; set; } = [];

    [BindProperty]
    public int Seen { get; set; }

    public SessionDetail Session { get; private set; } = null!;

    public IReadOnlyList<(string Value, string Word)> Documents { get; private set; } = [];

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? hecho, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        (Items, Seen, IsDone) = ([.. Session.Agenda.Select(AgendaForm.Of)], Session.Revision, hecho is not null);
        AddRoom();
        return Page();
    }

    /// <param name="more">Saves and comes back for more items.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, bool more, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        await me.ActAsync(ct);
        var points = Items.Where(item => item.Id is null ? !item.IsEmpty : !item.IsRemoved).OrderBy(item => item.Order ?? int.MaxValue).Select(item => item.ToPoint());

        if (ModelState.IsValid)
        {
            if (await set.ExecuteAsync(id, [.. points], Seen, letters.Of, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep(more ? $"/gestion/sesiones/{id}/orden-del-dia?hecho=guardado" : $"/gestion/sesiones/{id}?hecho=guardada"));
            }

            ModelState.AddModelError("", reasons.Of(refusal));
        }

        return Page();
    }

    private void AddRoom()
    {
        foreach (var item in Items.Where(item => item.Documents.Count < AgendaItem.MostDocuments))
        {
            item.Documents.Add(null);
        }

        Items.AddRange(Enumerable.Range(Items.Count + 1, NewItems).Select(order => new AgendaForm { Order = order, Documents = [null] }));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, drafts: true, ct) is not { } found)
        {
            return false;
        }

        Session = found;
        Documents = [.. (await documents.ExecuteAsync(ct)).Select(document => (document.Id.ToString(), document.Name))];
        return true;
    }
}
