using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Following;
using OpenStateHub.Integration.Tests.Mail;
using OpenStateHub.Integration.Tests.Tracking.Cutoffs;
using OpenStateHub.Web.Pages.Following;
using OpenStateHub.Web.Pages.Tracking.Cutoffs;

namespace OpenStateHub.Integration.Tests.Tracking;

/// <summary>One promise over weeks of injected time, by the forms that people use: reminded, reported, refused, corrected, confirmed, decided, told.</summary>
public sealed class TrackingCycleTests(PostgresServer server) : IAsyncLifetime
{
    private const string Owner = "responsable@ejemplo.mx";
    private const string Follower = "vecina@ejemplo.mx";
    private const string Commitment = "/compromisos/agua-limpia";

    private static readonly DateOnly Cutoff = new(2026, 6, 30);

    private readonly MailHub hub = new(server);
    private HubSite site = null!;
    private Tenant place = null!;
    private AddActivity.Input activity = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        hub.SetClock(new(2026, 6, 14), 12);
        place = await hub.PlaceAsync("durango");
        activity = Assert.Single(await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope)));
        await hub.OwnerAsync(place, activity.Id, Owner);
        await hub.SeatedAsync(place);
        await hub.CutoffAsync(place, Cutoff);
        site = new HubSite(hub);
    }

    [Fact]
    public async Task From_the_reminder_to_the_figures_of_the_country()
    {
        await FollowAsync();

        // Fifteen days before the cut-off its owner is reminded, and reports that it is done.
        hub.SetClock(new(2026, 6, 15), 9);
        await MorningAsync();
        Assert.Single(await LettersAsync(Owner), mail => mail.Subject.Contains("15 días", StringComparison.Ordinal));
        await ReportAsync(new() { ["Form.Status"] = "Complete", ["Form.DoneOn"] = "2026-06-10", ["Form.Summary"] = "Se tomaron las muestras." }, "https://durango.example/muestras");
        await FiguresAreAsync(100m, 0m);
        Assert.Contains("activity.reported", await ActsAsync());

        // Civil society does not believe it: everybody reads why, and it goes back to work.
        hub.SetClock(new(2026, 6, 18), 10);
        var refused = await AnswerAsync(Sector.CivilSociety, ConfirmationOutcome.Refused, "");
        Assert.Contains("por qué se rechaza", refused.Page.QuerySelector(".field-error")?.TextContent ?? refused.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(Sector.CivilSociety, ConfirmationOutcome.Refused, "Faltan 12 de 48 muestras.")).Status);
        await FiguresAreAsync(0m, 0m);
        await ReadsAsync(Commitment, "Faltan 12 de 48 muestras.");

        // The cut-off finds it undone. The day after it is late, and a report without what stands in the way is refused.
        hub.SetClock(new(2026, 7, 1), 9);
        await MorningAsync();
        Assert.Single(await LettersAsync(Owner), mail => mail.Subject.Contains("Pasó el corte", StringComparison.Ordinal));
        await ReadsAsync("/planes/2026/cortes/2026-06-30", "Tomar las muestras");
        var late = await SendReportAsync(new() { ["Form.Status"] = "InProgress", ["Form.Percent"] = "75", ["Form.Summary"] = "Van 36 de 48." });
        Assert.NotEqual(HttpStatusCode.Redirect, late.Status);
        await ReportAsync(new()
        {
            ["Form.Status"] = "InProgress", ["Form.Percent"] = "75", ["Form.Summary"] = "Van 36 de 48.", ["Form.ObstacleCause"] = nameof(ObstacleCause.Staff),
            ["Form.ObstacleText"] = "Un laboratorista menos.", ["Form.ObstacleMeasure"] = "Se contrató a otro.",
        });
        await FiguresAreAsync(75m, 0m);

        // Corrected, and confirmed by one sector after the other: verified with the third, and not before.
        hub.SetClock(new(2026, 7, 6), 10);
        await ReportAsync(new() { ["Form.Status"] = "Complete", ["Form.DoneOn"] = "2026-07-05", ["Form.Summary"] = "Las 48 muestras están publicadas." }, "https://durango.example/completas");

        foreach (var (sector, verified) in new[] { (Sector.Government, 0m), (Sector.CivilSociety, 0m), (Sector.Guarantor, 100m) })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(sector, ConfirmationOutcome.Confirmed, null)).Status);
            await FiguresAreAsync(100m, verified);
        }

        // The activity is verified; the commitment only by the secretariat's decision.
        await CountAsync();
        await CountryVerifiedAsync(0m);
        await DecideAsync();
        await CountAsync();
        await CountryVerifiedAsync(1m);

        await TellAsync();
        var told = (await LettersAsync(Follower)).Select(mail => mail.Text).ToList();
        Assert.Contains("quedó verificado", told[^1], StringComparison.Ordinal);
        Assert.Contains("/seguir/baja/", told[^1], StringComparison.Ordinal);
        Assert.Empty((await hub.AsAsync(place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default))).Faults);
    }

    /// <summary>Asks by the form, and confirms by the letter.</summary>
    private async Task FollowAsync()
    {
        using var reader = site.Browser("durango");
        Assert.Equal(HttpStatusCode.Redirect, (await reader.SendAsync(
            "/seguir?sobre=" + FollowSite.About, new() { ["Address"] = Follower, ["Frequency"] = "AtOnce", ["Accepts"] = "true" })).Status);
        var link = FollowSite.LinkIn((await LettersAsync(Follower))[^1].Text);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.SendAsync(link, [])).Status);
    }

    /// <summary>What the clock does at a place in the morning.</summary>
    private Task MorningAsync() => AsSiteAsync(place, scope => scope.GetRequiredService<CutoffLetters>().KeepAsync(default));

    private async Task TellAsync()
    {
        await AsSiteAsync(place, scope => scope.GetRequiredService<FollowerLetters>().ExecuteAsync(default));
        await FollowSite.ToldAsync(hub, place);
    }

    private async Task CountAsync()
    {
        await AsSiteAsync(place, scope => scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(default));
        await AsSiteAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<FoldTotals>().ExecuteAsync(default));
    }

    private async Task ReportAsync(Dictionary<string, string> values, string? link = null)
    {
        if (link is not null)
        {
            (values["Proof.Url"], values["Proof.Title"], values["Proof.PersonalData"]) = (link, "Resultados", "No");
        }

        var answer = await SendReportAsync(values);
        Assert.True(answer.Status is HttpStatusCode.Redirect, answer.Errors);
    }

    private async Task<Browser.Answer> SendReportAsync(Dictionary<string, string> values)
    {
        using var owner = site.Browser("durango");
        await owner.SignInAsync(Owner);
        var (_, due) = await owner.OpenAsync("/gestion");
        var way = Assert.IsType<string>(due.QuerySelector($"main a[href*='/gestion/reportes/{activity.Id}']")?.GetAttribute("href"));
        return await owner.SendAsync(way, values, "main form.report");
    }

    private async Task<Browser.Answer> AnswerAsync(Sector sector, ConfirmationOutcome outcome, string? reasons)
    {
        using var seat = site.Browser("durango");
        await seat.SignInAsync(GivenPeople.EmailOf(sector));
        return await seat.SendAsync("/gestion/verificacion", new() { ["Outcome"] = outcome.ToString(), ["Reasons"] = reasons ?? "" }, "main form.verify-form");
    }

    private async Task DecideAsync()
    {
        var (commitment, seats) = await hub.AsAsync(place, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            return (await db.Commitments.Select(c => c.Id).SingleAsync(), await db.Seats.Select(s => s.Id).ToListAsync());
        });
        var vote = hub.InWriting() with { Matter = Matter.VerifyCommitment, SubjectId = commitment, Title = "Agua Limpia está cumplido", Text = "Se tiene por cumplido." };
        Assert.Null(await hub.PutToVoteAsync(place, vote));

        foreach (var seat in seats)
        {
            Assert.Null(await hub.VoteAsync(place, vote.Id, seat, VoteChoice.InFavour));
        }

        Assert.Null(await hub.CloseAsync(place, vote.Id));
    }

    /// <summary>Of the commitment, as soon as the page that was kept a moment ago is gone.</summary>
    private Task FiguresAreAsync(decimal reported, decimal verified) => BecomesAsync($"{reported} {verified}", async () =>
    {
        var commitment = (await JsonAsync("durango", "/api/v1/commitments")).GetProperty("items")[0];
        return $"{commitment.GetProperty("reportedPercent").GetDecimal():0} {commitment.GetProperty("verifiedPercent").GetDecimal():0}";
    });

    private Task CountryVerifiedAsync(decimal expected) => BecomesAsync($"{expected}", async () =>
        (await JsonAsync(null, "/api/v1/metrics")).GetProperty("metrics").EnumerateArray().Single(one => one.GetProperty("code").ValueEquals("commitments.verified")).GetProperty("value").GetRawText());

    private Task ReadsAsync(string path, string text) => BecomesAsync(text, async () =>
    {
        using var reader = site.At("durango");
        return WebUtility.HtmlDecode(await reader.GetStringAsync(path)).Contains(text, StringComparison.Ordinal) ? text : "";
    });

    private static async Task BecomesAsync(string expected, Func<Task<string>> read)
    {
        var seen = "";
        await Eventually.IsAsync(TimeSpan.FromSeconds(5), async () => (seen = await read()) == expected, () => $"{expected}, but: {seen}");
    }

    private async Task<JsonElement> JsonAsync(string? slug, string path)
    {
        using var reader = site.At(slug);
        return JsonDocument.Parse(await reader.GetStringAsync(path)).RootElement;
    }

    private Task<List<string>> ActsAsync() => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().LedgerEntries.OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());

    private async Task<IReadOnlyList<ReceivedMail>> LettersAsync(string address)
    {
        await hub.DeliverAsync(place);
        return [.. hub.Smtp.Received.Where(mail => mail.Recipient == address)];
    }

    private async Task AsSiteAsync(Tenant tenant, Func<IServiceProvider, Task> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(tenant);
        await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await hub.DisposeAsync();
    }
}
