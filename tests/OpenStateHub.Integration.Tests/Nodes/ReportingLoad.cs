using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>
/// An owner who reports one activity after the other, and three seats that confirm what waits, through the proxy. Nobody sends anything a second
/// time; what was acknowledged is remembered, and so is what was only tried.
/// </summary>
internal sealed class ReportingLoad(LocalPort front, string slug, string owner, IReadOnlyList<Guid> activities)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private readonly Attempts attempts = new();
    private readonly Queue<Guid> left = new(activities);
    private readonly CancellationTokenSource enough = new();
    private readonly List<Task> people = [];

    /// <summary>Whether the report of each activity was acknowledged.</summary>
    public ConcurrentDictionary<Guid, bool> Reports { get; } = new();

    /// <summary>Whether each sector's answer to each report was.</summary>
    public ConcurrentDictionary<(Guid Report, Sector Sector), bool> Answers { get; } = new();

    public string Counts => attempts.Counts;

    public int Answered(string answer) => attempts.Answered(answer);

    public async Task StartAsync()
    {
        var jar = await SignInAsync(owner);
        people.Add(WorkAsync(() => ReportAsync(jar)));

        foreach (var sector in Sectors.All)
        {
            var seat = await SignInAsync(GivenPeople.EmailOf(sector));
            people.Add(WorkAsync(() => AnswerAsync(seat, sector)));
        }
    }

    public async Task StopAsync()
    {
        await enough.CancelAsync();
        await Task.WhenAll(people);
    }

    private async Task<CookieContainer> SignInAsync(string email)
    {
        var jar = new CookieContainer();
        using var door = front.Browser(slug, jar);
        Assert.Equal(HttpStatusCode.Redirect, (await door.SignInAsync(email)).Status);
        return jar;
    }

    private async Task WorkAsync(Func<Task> once)
    {
        await Task.Yield();

        while (!enough.IsCancellationRequested)
        {
            await once();
            await Task.Delay(Breath);
        }
    }

    private async Task ReportAsync(CookieContainer jar)
    {
        if (!left.TryDequeue(out var activity))
        {
            return;
        }

        var path = $"/gestion/reportes/{activity}";
        using var browser = front.Browser(slug, jar);

        if (await FormAsync("report form", browser, path, page => page.QuerySelector("main form.report")) is not { } fields)
        {
            return;
        }

        fields["Form.Status"] = nameof(ActivityStatus.Complete);
        fields["Form.Summary"] = $"Hecho: {activity}";
        (fields["Proof.Url"], fields["Proof.PersonalData"]) = ($"https://durango.example/{activity}", "No");
        Reports[activity] = false;
        Reports[activity] = await attempts.TryAsync("report", async () => Done(await browser.PostAsync(path, fields)));
    }

    private async Task AnswerAsync(CookieContainer jar, Sector sector)
    {
        const string path = "/gestion/verificacion";
        using var browser = front.Browser(slug, jar);
        bool IsNew(IElement form) => !Answers.ContainsKey((Guid.Parse(form.QuerySelector("input[name=Reports]")!.GetAttribute("value")!), sector));

        if (await FormAsync("answer form", browser, path, page => page.QuerySelectorAll("main form.verify-form").FirstOrDefault(IsNew)) is not { } fields)
        {
            return;
        }

        fields["Outcome"] = nameof(ConfirmationOutcome.Confirmed);
        var key = (Guid.Parse(fields["Reports"]), sector);
        Answers[key] = false;
        Answers[key] = await attempts.TryAsync("answer", async () => Done(await browser.PostAsync(path, fields)));
    }

    private async Task<Dictionary<string, string>?> FormAsync(string what, Browser browser, string path, Func<IDocument, IElement?> find)
    {
        IElement? form = null;
        await attempts.TryAsync(what, async () =>
        {
            var (status, page) = await browser.OpenAsync(path);
            form = status is HttpStatusCode.OK ? find(page) : null;
            return status;
        });
        return form is null ? null : Browser.FieldsOf(form);
    }

    /// <summary>Signed out by a fault, somebody would be led to the door, and that is no "done".</summary>
    private static HttpStatusCode Done(Browser.Answer answer)
    {
        Assert.True(
            (int)answer.Status >= 500 || answer.Location?.Contains("hecho=", StringComparison.Ordinal) is true,
            $"{answer.Status} {answer.Location} {answer.Errors}");
        return answer.Status;
    }
}
