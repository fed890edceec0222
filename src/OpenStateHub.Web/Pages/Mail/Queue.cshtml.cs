using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Mail;

/// <summary>Did our mail go out? What failed, what waits, what was sent.</summary>
[Requires(Right.ManageMail)]
public sealed class QueueModel(
    FindMail find, SendMailAgain again, DiscardMail discard, TenantContext tenant, TimeProvider clock, IStringLocalizer<MailWords> words) : PageModel
{
    public const string Path = "/gestion/correo";

    private static readonly string[] KnownDone = ["reenviado", "descartado", "remitente"];

    private static readonly Dictionary<string, MailList> Lists = new() { ["problema"] = MailList.Failed, ["espera"] = MailList.Waiting, ["enviados"] = MailList.Sent };

    public FindMail.Result Mail { get; private set; } = null!;

    /// <summary>Which list.</summary>
    [BindProperty(Name = "lista", SupportsGet = true)]
    public string? Asked { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    /// <summary>What was just done.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public IEnumerable<(string Href, MailList List, int Count)> Choices => Lists.Select(list => (
        $"{Path}?lista={list.Key}", list.Value, list.Value switch { MailList.Failed => Mail.Failed, MailList.Waiting => Mail.Waiting, _ => Mail.Sent }));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Done = KnownDone.Contains(Done) ? Done : null;
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / FindMail.PageSize);
        Mail = await find.ExecuteAsync(Asked is not null && Lists.TryGetValue(Asked, out var list) ? list : null, PageNumber, ct);
    }

    /// <param name="id">One letter; null: all of them.</param>
    public async Task<IActionResult> OnPostAgainAsync(Guid? id, CancellationToken ct) =>
        await again.ExecuteAsync(id, ct) > 0 ? LocalRedirect(Languages.Keep($"{Path}?hecho=reenviado")) : NotFound();

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct) =>
        await discard.ExecuteAsync(id, ct) ? LocalRedirect(Languages.Keep($"{Path}?hecho=descartado")) : NotFound();

    /// <summary>When a letter that waits is tried next: not before there is a server, nor before the place's limit allows.</summary>
    public string Next(FindMail.Row row) => this switch
    {
        { Mail.HasServer: false } => words["When_Server"],
        { Mail.OpensAt: { } opens } when opens > row.DueAt => When(opens),
        _ when row.DueAt <= clock.GetUtcNow() => words["When_Soon"],
        _ => When(row.DueAt),
    };

    /// <summary>The place's own clock; without the day where it is today.</summary>
    public string When(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(tenant.Current.TimeZone));
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(local.DateTime);
        return day == tenant.Current.Today(clock) ? words["When_Today", time] : words["When_Day", Dates.Words(day), time];
    }
}
