using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Mine;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Mine;

/// <summary>What is kept about the person at this place: to read, to correct, to take away.</summary>
[ResponseCache(NoStore = true)]
public sealed class DataModel(
    ListMyRows list, CorrectName correct, UserManager<Person> people, Entering entering, TenantContext tenant, TimeProvider clock, IStringLocalizer<AccountWords> words) : PageModel
{
    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsSaved => Done == "guardado";

    /// <summary>Something of theirs stays with the office when they leave.</summary>
    public bool HasActed { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = (await people.GetUserAsync(User))!;
        Name = person.Name;
        HasActed = (await list.ExecuteAsync(person, ct)).Exists(row => row.IsAct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = (await people.GetUserAsync(User))!;

        if (await correct.ExecuteAsync(person.Id, Name, ct) is { } refusal)
        {
            ModelState.Refuse(refusal, words);
            HasActed = (await list.ExecuteAsync(person, ct)).Exists(row => row.IsAct);
            return Page();
        }

        await entering.RefreshAsync(person);
        return LocalRedirect(Languages.Keep("/cuenta/mis-datos?hecho=guardado"));
    }

    public async Task<IActionResult> OnGetDownloadAsync(CancellationToken ct)
    {
        var rows = await list.ExecuteAsync((await people.GetUserAsync(User))!, ct);
        var tables = rows.GroupBy(row => row.Source)
            .Select(table => KeyValuePair.Create(table.Key, (JsonNode?)new JsonArray([.. table.Select(row => JsonNode.Parse(row.Content))])));
        var all = new JsonObject
        {
            ["place"] = tenant.Current.Name,
            ["asOf"] = clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["records"] = new JsonObject(tables),
        };
        return File(JsonSerializer.SerializeToUtf8Bytes(all, Legible), "application/json", $"mis-datos-{tenant.Current.Slug}.json");
    }
}
