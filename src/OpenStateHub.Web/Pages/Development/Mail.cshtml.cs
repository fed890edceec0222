using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Pages.Development;

/// <summary>The letters that nobody receives, so that whoever tries the hub can follow their links. 404 on any other hub.</summary>
[ResponseCache(NoStore = true)]
public sealed partial class MailModel(ShownMail shown, ListQueuedMail list, TenantContext tenant, SiteFacts site) : PageModel
{
    public IReadOnlyList<ListQueuedMail.Row> Letters { get; private set; } = [];

    /// <summary>Everybody sees this page, not only whoever develops the hub.</summary>
    public bool IsForEverybody => site.IsDemonstration;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!shown.IsShown)
        {
            return NotFound();
        }

        Response.Headers["X-Robots-Tag"] = "noindex";
        Letters = await list.ExecuteAsync(ct);
        return Page();
    }

    public string When(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(tenant.Current.TimeZone)).ToString("g", CultureInfo.CurrentCulture);

    /// <summary>A letter's text, its addresses apart.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string text) =>
        Address().Split(text).Select((part, at) => (part, at % 2 == 1));

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Address();
}
