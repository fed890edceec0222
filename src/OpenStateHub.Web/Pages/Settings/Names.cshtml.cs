using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>The names that change with time, and the days on which each holds.</summary>
[Requires(Right.ManageSettings)]
public sealed class NamesModel(ListDatedNames list) : PageModel
{
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsSaved => Done == SettingsForms.Saved;

    public IReadOnlyList<ListDatedNames.Row> Names { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Names = await list.ExecuteAsync(ct);
}
