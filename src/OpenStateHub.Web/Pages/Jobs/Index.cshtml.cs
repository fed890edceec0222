using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Jobs;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Jobs;

/// <summary>What runs by itself, what came of it, and a way to run it now.</summary>
[Requires(Right.RunJobs)]
public sealed class IndexModel(JobBoard board, ListQueues queues, CurrentPerson me, TenantContext tenant, IStringLocalizer<JobWords> words) : PageModel
{
    private const string JustAsked = "pedido";

    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Current.TimeZone);

    public IReadOnlyList<JobBoard.Row> Jobs { get; private set; } = [];

    public ListQueues.Found Queues { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsAsked => Done == JustAsked;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Jobs = await board.ReadAsync(ct);
        Queues = await queues.ExecuteAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "trabajo")] string? name, CancellationToken ct)
    {
        if (board.Find(name ?? "") is not { } job)
        {
            return NotFound();
        }

        if (await board.AskAsync(job, me.Id, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/trabajos?hecho={JustAsked}"));
        }

        ModelState.AddModelError("", words[$"Refusal_{refusal.Code}"]);
        await OnGetAsync(ct);
        return Page();
    }

    /// <summary>By the clock of the nation, as the schedule is.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary>Null: it has not ended.</summary>
    public string? Took(JobRun run) => (run.FinishedAt - run.StartedAt) switch
    {
        null => null,
        { TotalSeconds: < 1 } => words["Took_Moment"].Value,
        { TotalMinutes: < 1 } took => words["Took_Seconds", took.Seconds].Value,
        { } took => words["Took_Minutes", (int)took.TotalMinutes, took.Seconds].Value,
    };
}
