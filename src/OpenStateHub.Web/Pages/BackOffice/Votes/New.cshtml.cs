using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Votes;

/// <summary>Puts a matter to the vote of the secretariat, in an open session or in writing.</summary>
[Requires(Right.HoldSessions)]
public sealed class NewModel(
    VoteChoices choices, OpenDecision open, DecisionLetters letters, CurrentPerson me, TenantContext tenant, SiteFacts site, TimeProvider clock,
    IStringLocalizer<DecisionWords> words, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    /// <summary>A written vote usually gives so many days.</summary>
    private const int UsualDays = 5;

    [BindProperty]
    public NewDecisionForm Form { get; set; } = new();

    public Matter? Matter { get; private set; }
    public DecisionRule Rule { get; private set; }
    public IReadOnlyList<DecisionSubject> Subjects { get; private set; } = [];
    public IReadOnlyList<VoteChoices.Item> Items { get; private set; } = [];
    public IReadOnlyList<VoteChoices.Item> Documents { get; private set; } = [];
    public DateOnly Today => tenant.Current.Today(clock);

    [BindProperty(Name = "punto", SupportsGet = true)]
    public Guid? Item { get; set; }

    public string AddressOf(Matter? matter) => Url.Page("/BackOffice/Votes/New", new { asunto = matter?.ToString(), punto = Item })!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "asunto")] Matter? matter, [FromQuery(Name = "sobre")] Guid? subject, CancellationToken ct)
    {
        if (!await ShowAsync(matter, ct))
        {
            return NotFound();
        }

        var about = Subjects.FirstOrDefault(one => one.Id == subject) ?? (Subjects.Count > 0 ? Subjects[0] : null);
        (Form.Subject, Form.Item) = (about?.Id, Item);
        (Form.ClosesOn, Form.RulesFromOn) = (Today.AddDays(UsualDays), Today);

        if (about is not null)
        {
            (Form.Title, Form.Text) = (words[$"Title_{matter}", about.Title], matter is Core.Secretariat.Matter.WithdrawCommitment ? null : words[$"Draft_{matter}", about.Title].Value);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Matter matter, CancellationToken ct)
    {
        if (!await ShowAsync(matter, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await me.ActAsync(ct);
        var input = Form.InputFor(matter, tenant.Current, site.IsDemonstration);

        if (await open.ExecuteAsync(input, () => letters.Invitation(input.Id, input.Title, input.ClosesAt!.Value), ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/decisiones/{input.Id}/en-vivo"));
        }

        ModelState.Refuse(refusal, reasons, NewDecisionForm.Fields);
        return Page();
    }

    private async Task<bool> ShowAsync(Matter? matter, CancellationToken ct)
    {
        if (matter is { } unknown && !Enum.IsDefined(unknown))
        {
            return false;
        }

        Matter = matter;

        if (matter is { } known)
        {
            (Subjects, Items, Documents, Rule) = await choices.ExecuteAsync(known, ct);
        }

        return true;
    }
}
