using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Programmes;

/// <summary>Who belongs to which programme, from when and by which source.</summary>
[NationalOnly]
[Requires(Right.InvitePlaces)]
public sealed class IndexModel(ListProgrammes list, TenantContext tenant, TimeProvider clock) : PageModel
{
    public const string Address = "/gestion/programas";
    public const string Saved = "guardado";
    public const int PageSize = 50;

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(Name = "programa", SupportsGet = true)]
    public string? Code { get; set; }

    public IReadOnlyList<ListProgrammes.Row> Programmes { get; private set; } = [];

    /// <summary>Null where the hub knows no programme yet.</summary>
    public Programme? Shown { get; private set; }

    public IReadOnlyList<ListProgrammes.Member> Members { get; private set; } = [];

    public int PageNumber { get; private set; }

    public int Total { get; private set; }

    public static string TitleOf(Programme programme) => Languages.IsEnglish ? programme.TitleEn : programme.TitleEs;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Programmes = await list.ExecuteAsync(tenant.Current.Today(clock), ct);
        Shown = Programmes.Select(row => row.Programme).FirstOrDefault(programme => Code is null || programme.Code == Code);

        if (!Asked.PageNumber(Request.Query[Pager.QueryName], out var number) || (Shown is null && Code is not null))
        {
            return NotFound();
        }

        if (Shown is { } shown)
        {
            (PageNumber, Total) = (number, await list.CountAsync(shown.Code, ct));
            Members = await list.MembersAsync(shown.Code, (number - 1) * PageSize, PageSize, ct);
        }

        return Page();
    }
}
