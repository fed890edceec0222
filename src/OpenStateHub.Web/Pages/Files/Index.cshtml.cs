using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Files;

/// <summary>The place's files: what they are, who may read them, and which of them nobody uses.</summary>
[Requires(Right.KeepFiles)]
public sealed class IndexModel(
    ListFiles list, PublishFile publish, RemoveFile remove, CurrentPerson me, HubDbContext db, TenantContext tenant, IStringLocalizer<FileWords> words) : PageModel
{
    public const int PageSize = 50;

    private static readonly string[] KnownDone = ["subidos", "publicado", "retirado", "quitado"];

    private Dictionary<Guid, string> senders = [];

    /// <summary>What was just done.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(Name = Pager.QueryName, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public ListFiles.Result Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Done = KnownDone.Contains(Done) ? Done : null;
        PageNumber = Math.Clamp(PageNumber, 1, 1_000_000);
        Found = await list.ExecuteAsync((PageNumber - 1) * PageSize, PageSize, ct);
        var ids = Found.Rows.Select(file => file.UploadedBy).OfType<Guid>().Distinct().ToList();
        senders = await db.Users.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, ct);
    }

    public async Task<IActionResult> OnPostPublishAsync([FromForm(Name = "archivo")] Guid fileId, CancellationToken ct)
    {
        await me.ActAsync(ct);
        return await publish.ExecuteAsync(fileId, ct) ? ToList("publicado") : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm(Name = "archivo")] Guid fileId, CancellationToken ct)
    {
        var (found, refusal) = await remove.ExecuteAsync(fileId, ct);

        if (!found || refusal is null)
        {
            return found ? ToList("quitado") : NotFound();
        }

        ModelState.AddModelError("", words[$"Refusal_{refusal.Code}"]);
        await OnGetAsync(ct);
        return Page();
    }

    public string SenderOf(ListFiles.Row file) => file.UploadedBy is { } by ? senders.GetValueOrDefault(by, "") : words["Files_Citizen"].Value;

    public DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(tenant.Current.TimeZone)).DateTime);

    private LocalRedirectResult ToList(string done) => LocalRedirect(Languages.Keep($"/gestion/archivos?hecho={done}"));
}
