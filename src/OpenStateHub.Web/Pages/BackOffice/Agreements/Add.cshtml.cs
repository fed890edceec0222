using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Agreements;

/// <summary>Adds an agreement that no vote here made.</summary>
[Requires(Right.HoldSessions)]
public sealed class AddModel(HubDbContext db, AddAgreement add, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly? AgreedOn { get; set; }

    [BindProperty]
    public Guid? SessionId { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Responsible { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public IReadOnlyList<(string Value, string Word)> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Sessions = (await db.Sessions.AsNoTracking()
        .Where(s => s.Status == SessionStatus.Open || s.Status == SessionStatus.Closed)
        .OrderByDescending(s => s.StartsAt)
        .Select(s => new { s.Id, s.Title })
        .ToListAsync(ct)).ConvertAll(s => (s.Id.ToString(), s.Title));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var input = new AddAgreement.Input
            {
                Number = Number,
                Title = Title ?? "",
                Text = Text ?? "",
                AgreedOn = AgreedOn,
                Responsible = Responsible,
                DueOn = DueOn,
                SessionId = SessionId,
            };

            if (await add.ExecuteAsync(input, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        await OnGetAsync(ct);
        return Page();
    }
}
