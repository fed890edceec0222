using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>
/// People at work through the proxy: readers, and of each place somebody who edits, sends files and invites. Nobody sends anything a second
/// time; what was acknowledged is remembered, and so is what was only tried.
/// </summary>
internal sealed class Load(LocalPort front, IReadOnlyList<Tenant> places, int seed)
{
    /// <summary>Beside other tests a plain run leaves them their share of the machine.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(Stress.IsOn ? 200 : 500);

    private static readonly string[] Pages = ["/", "/secretariado", "/historial", "/compromisos?q=agua", "/api/v1/ledger"];

    private readonly Attempts attempts = new();
    private readonly CancellationTokenSource enough = new();
    private readonly List<Task> people = [];

    /// <summary>Whether each edit was acknowledged, by what it says.</summary>
    public ConcurrentDictionary<string, bool> Edits { get; } = new();

    /// <summary>Whether each file was, by its hash.</summary>
    public ConcurrentDictionary<string, bool> Files { get; } = new();

    /// <summary>Whether its publication was.</summary>
    public ConcurrentDictionary<string, bool> Documents { get; } = new();

    /// <summary>Whether each invitation was, by its address.</summary>
    public ConcurrentDictionary<string, bool> Invitations { get; } = new();

    /// <summary>When somebody was last told that something is wrong.</summary>
    public DateTimeOffset LatestFault => attempts.LatestFault;

    public string Counts => attempts.Counts;

    public int Answered(string answer) => attempts.Answered(answer);

    public async Task StartAsync()
    {
        foreach (var place in places)
        {
            var jar = new CookieContainer();
            using var door = front.Browser(place.Slug, jar);
            Assert.Equal(HttpStatusCode.Redirect, (await door.SignInAsync(GivenPeople.EmailOf(Role.Administrator))).Status);
            var random = new Random(seed + people.Count);
            people.Add(WorkAsync(() => ReadAsync(place.Slug, random)));
            people.Add(WorkAsync(() => EditAsync(place.Slug, jar)));
            people.Add(WorkAsync(() => SendFileAsync(place.Slug, jar, random)));
            people.Add(WorkAsync(() => InviteAsync(place.Slug, jar)));
        }
    }

    public async Task StopAsync()
    {
        await enough.CancelAsync();
        await Task.WhenAll(people);
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

    private async Task ReadAsync(string slug, Random random)
    {
        using var browser = front.Browser(slug);
        var page = Pages[random.Next(Pages.Length)];
        await attempts.TryAsync("page", async () => (await browser.Client.GetAsync(page)).StatusCode);
    }

    private Task EditAsync(string slug, CookieContainer jar) => FormAsync("edit", slug, jar, "/gestion/ajustes/nombres/agregar", Edits, name => new()
    {
        ["Subject"] = nameof(NameSubject.LegalBasis),
        ["Name"] = name,
        ["UntilOn"] = "2001-01-01",
    });

    private Task InviteAsync(string slug, CookieContainer jar) => FormAsync("invitation", slug, jar, $"/gestion/personas/invitar?funcion={Role.Evaluator}", Invitations, name => new()
    {
        ["Email"] = $"{name}@{slug}.example",
        ["Office"] = "Oficina de prueba",
    }, name => $"{name}@{slug}.example");

    private async Task FormAsync(
        string what, string slug, CookieContainer jar, string path, ConcurrentDictionary<string, bool> made, Func<string, Dictionary<string, string>> values, Func<string, string>? known = null)
    {
        using var browser = front.Browser(slug, jar);
        var name = $"n{Guid.CreateVersion7():N}";
        Dictionary<string, string>? fields = null;
        await attempts.TryAsync($"{what} form", async () =>
        {
            var (status, page) = await browser.OpenAsync(path);
            fields = status is HttpStatusCode.OK ? Browser.FieldsOf(page.QuerySelector("main form[method=post]")!) : null;
            return status;
        });

        if (fields is null)
        {
            return;
        }

        foreach (var (field, value) in values(name))
        {
            fields[field] = value;
        }

        made[known?.Invoke(name) ?? name] = false;
        made[known?.Invoke(name) ?? name] = await attempts.TryAsync(what, async () => Done(await browser.PostAsync(path, fields)));
    }

    private async Task SendFileAsync(string slug, CookieContainer jar, Random random)
    {
        using var browser = front.Browser(slug, jar);
        var content = new byte[random.Next(1, 400_000)];
        random.NextBytes(content);
        var sha256 = GivenFiles.Sha256(content);
        string? token = null;
        await attempts.TryAsync("file form", async () =>
        {
            var (status, page) = await browser.OpenAsync(GivenFiles.Upload);
            token = page.QuerySelector("main input[name=__RequestVerificationToken]")?.GetAttribute("value");
            return status;
        });

        if (token is null)
        {
            return;
        }

        Files[sha256] = false;
        Files[sha256] = await attempts.TryAsync("file", async () => (await browser.Client.SendByScriptAsync(token, "acta.bin", content)).Status);

        if (Files[sha256] && random.Next(3) == 0)
        {
            await PublishAsync(browser, sha256);
        }
    }

    private async Task PublishAsync(Browser browser, string sha256)
    {
        IElement? form = null;
        await attempts.TryAsync("document form", async () =>
        {
            var (status, page) = await browser.OpenAsync(GivenFiles.List);
            form = page.QuerySelectorAll("table.files tr").FirstOrDefault(row => row.QuerySelector($"a[href*='{sha256}']") is not null)?.QuerySelector("form[action*=Publish]");
            return status;
        });

        if (form is not null)
        {
            Documents[sha256] = false;
            Documents[sha256] = await attempts.TryAsync("document", async () => Done(await browser.PostAsync(form.GetAttribute("action")!, Browser.FieldsOf(form))));
        }
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
