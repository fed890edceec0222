using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Integration.Tests.Following;

/// <summary>What citizens say: confirmed by its author, moderated by published rules, answered, and moving nothing.</summary>
public sealed class CommentTests(FollowSite shared) : IClassFixture<FollowSite>
{
    private static readonly byte[] End = [0xFF, 0xDA, 0x00, 0x02, 0x00, 0xFF, 0xD9];

    private const string Page = "/compromisos/" + FollowSite.Commitment;

    [Fact]
    public async Task A_testimony_is_read_after_its_author_and_the_moderation_and_no_state_moves()
    {
        const string address = "vecina@ejemplo.mx", text = "En la calle Hidalgo sigue saliendo turbia.";
        var before = await StatesAsync();
        var comment = await SayAsync(address, text, CommentKind.NotFulfilled);
        Assert.DoesNotContain(text, await TextOfAsync(Page), StringComparison.Ordinal);

        using var office = await OfficeAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await office.SendAsync(Attend(comment), [], "form[action*=Publish]")).Status);
        var page = await TextOfAsync(Page);
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("Aquí no se cumplió: 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain(address, page, StringComparison.Ordinal);

        await office.SendAsync(Attend(comment), new() { ["Answer"] = "La red de esa calle se cambia en julio." }, "form[action*=Answer]");
        Assert.Contains("La red de esa calle se cambia en julio.", await TextOfAsync(Page), StringComparison.Ordinal);
        Assert.Contains("La red de esa calle se cambia en julio.", (await shared.LettersToAsync(address))[^1].Text, StringComparison.Ordinal);

        Assert.Equal(before, await StatesAsync());
        Assert.Null(await shared.ReadAsync(db => db.Comments.Where(c => c.Id == comment).Select(c => c.Address).SingleAsync()));
        Assert.Equal(["comment.published", "comment.answered"], await ActsOnAsync(comment));
        Assert.Empty((await shared.Hub.AsAsync(shared.Place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default))).Faults);
    }

    [Fact]
    public async Task A_hidden_comment_says_which_rule_and_nothing_of_what_it_said()
    {
        const string address = "anuncio@ejemplo.mx", text = "Compre filtros baratos conmigo.";
        var comment = await SayAsync(address, text, CommentKind.Comment);
        using var office = await OfficeAsync();

        Assert.Contains("regla publicada", (await office.SendAsync(Attend(comment), [], "form[action*=Hide]")).Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.SendAsync(Attend(comment), new() { ["Rule"] = "4" }, "form[action*=Hide]")).Status);

        foreach (var path in new[] { Page, $"/comentarios/{comment}", "/comentarios", "/historial" })
        {
            Assert.DoesNotContain("filtros baratos", await TextOfAsync(path), StringComparison.Ordinal);
        }

        Assert.Contains("Regla 4: Publicidad o propaganda electoral", await TextOfAsync($"/comentarios/{comment}"), StringComparison.Ordinal);
        Assert.Contains("regla 4", (await shared.LettersToAsync(address))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(["comment.hidden"], await ActsOnAsync(comment));
        using var elsewhere = shared.Site.At("morelos");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/comentarios/{comment}")).StatusCode);
    }

    [Fact]
    public async Task A_late_answer_is_shown_as_late()
    {
        var comment = await SayAsync("tarde@ejemplo.mx", "¿Cuándo se publican las muestras?", CommentKind.Question);
        using var office = await OfficeAsync();
        await office.SendAsync(Attend(comment), [], "form[action*=Publish]");
        var now = shared.Hub.Clock.Now;
        Assert.Contains("Espera respuesta, a más tardar el 13 de julio de 2026", await TextOfAsync($"/comentarios/{comment}"), StringComparison.Ordinal);

        shared.Hub.Clock.Now = now.AddDays(40);
        await shared.Hub.AsAsync(shared.Place, async scope =>
            Assert.Equal((true, null), await scope.GetRequiredService<ModerateComment>().ExecuteAsync(comment, CommentStep.Answer("El primero de agosto."), null, default)));
        shared.Hub.Clock.Now = now;

        await Eventually.IsAsync(TimeSpan.FromSeconds(5), async () =>
            (await TextOfAsync($"/comentarios/{comment}")).Contains("tarde: el plazo era el 13 de julio de 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_photograph_loses_its_place_and_is_seen_once_it_is_published()
    {
        // What a camera writes before the picture: where it was taken.
        byte[] sent = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x16, .. "Exif\0\0 24.02,-104.67"u8, .. End];
        var comment = await SayAsync("foto@ejemplo.mx", "Así quedó la toma.", CommentKind.Fulfilled, sent);
        var (sha256, name) = await shared.ReadAsync(async db =>
        {
            var found = await db.Comments.SingleAsync(c => c.Id == comment);
            return (found.PhotoSha256, found.PhotoName);
        });
        var photo = $"/archivos/{sha256}/{name}";
        using var citizen = shared.Site.At("durango");
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync(photo)).StatusCode);

        using var office = await OfficeAsync();
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(photo)).StatusCode);
        await office.SendAsync(Attend(comment), [], "form[action*=Publish]");
        var bytes = await citizen.GetByteArrayAsync(photo);
        Assert.True(bytes.AsSpan().EndsWith(End) && bytes.AsSpan().IndexOf("24.02"u8) < 0);

        await office.SendAsync(Attend(comment), new() { ["Rule"] = "1" }, "form[action*=Hide]");
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync(photo)).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_and_nothing_of_it_stays()
    {
        using var browser = shared.Site.Browser("durango");
        var refused = await SendAsync(browser, "nadie@ejemplo.mx", "Mire.", CommentKind.Fulfilled, "GIF89a no es JPEG"u8.ToArray());
        Assert.Contains("JPEG", refused.QuerySelector(".form-errors")?.TextContent, StringComparison.Ordinal);
        refused = await SendAsync(browser, "nadie@ejemplo.mx", "", CommentKind.Fulfilled, null);
        Assert.Contains("Escriba qué vio", refused.QuerySelector(".form-errors")?.TextContent, StringComparison.Ordinal);
        refused = await SendAsync(browser, "nadie@ejemplo.mx", "Se cumplió.", CommentKind.Fulfilled, null, about: "plan/2026");
        Assert.Contains("Solo de un compromiso", refused.QuerySelector(".form-errors")?.TextContent, StringComparison.Ordinal);

        Assert.False(await shared.ReadAsync(db => db.Comments.AnyAsync(c => c.Address == "nadie@ejemplo.mx")));
        Assert.Equal(0, await shared.QueuedAsync("nadie@ejemplo.mx"));
    }

    [Fact]
    public async Task What_nobody_confirmed_is_erased_with_its_photograph()
    {
        const string address = "olvidada@ejemplo.mx";
        using var browser = shared.Site.Browser("durango");
        await SendAsync(browser, address, "Nadie lo confirma.", CommentKind.Fulfilled, [0xFF, 0xD8, .. End]);
        await shared.AskAsync(address);
        Assert.True(await shared.ReadAsync(db => db.Comments.AnyAsync(c => c.Address == address)));
        var now = shared.Hub.Clock.Now;

        shared.Hub.Clock.Now = now + Comment.Patience;
        await shared.Hub.AsAsync(shared.Place, scope => scope.GetRequiredService<ForgetUnconfirmed>().ExecuteAsync(default));
        shared.Hub.Clock.Now = now;

        Assert.False(await shared.ReadAsync(db => db.Comments.AnyAsync(c => c.Address == address)));
        Assert.False(await shared.ReadAsync(db => db.Followers.AnyAsync(f => f.Address == address)));
        Assert.False(await shared.ReadAsync(db => db.FileUses.AnyAsync(use => !db.Comments.Any(c => c.Id == use.SubjectId))));
    }

    [Fact]
    public async Task A_secret_of_one_place_is_nothing_at_another_and_the_database_has_its_hash()
    {
        const string address = "secreto@ejemplo.mx";
        using var browser = shared.Site.Browser("durango");
        await SendAsync(browser, address, "¿Hay fecha?", CommentKind.Question, null);
        var link = FollowSite.LinkIn((await shared.LettersToAsync(address))[^1].Text);

        using var elsewhere = shared.Site.At("morelos");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(link)).StatusCode);
        Assert.Equal(LinkToken.HashOf(link.Split('/')[^1]), await shared.ReadAsync(db => db.Comments.Where(c => c.Address == address).Select(c => c.TokenHash).SingleAsync()));
    }

    [Fact]
    public async Task A_machine_that_sends_form_after_form_is_stopped()
    {
        // A host of its own, so that no other test is.
        using var machine = shared.Site.At("oaxaca");
        var answers = await Task.WhenAll(Enumerable.Range(0, PublicFormLimit.PerMinute + 10).Select(_ => machine.PostAsync("/seguir", null)));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
    }

    private static string Attend(Guid comment) => $"/gestion/comentarios/atender?comentario={comment}";

    private async Task<Browser> OfficeAsync()
    {
        if (!await shared.ReadAsync(db => db.Users.AnyAsync()))
        {
            await shared.Hub.PersonAsync(shared.Place, Role.Administrator);
        }

        return await shared.Site.SignedInAsync("durango", Role.Administrator);
    }

    /// <summary>Says something by the form and confirms it by its letter.</summary>
    private async Task<Guid> SayAsync(string address, string text, CommentKind kind, byte[]? photo = null)
    {
        using var browser = shared.Site.Browser("durango");
        await SendAsync(browser, address, text, kind, photo);
        var link = FollowSite.LinkIn((await shared.LettersToAsync(address))[^1].Text);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(link, [])).Status);
        return await shared.ReadAsync(db => db.Comments.Where(c => c.Address == address).Select(c => c.Id).SingleAsync());
    }

    private static async Task<IDocument> SendAsync(Browser browser, string address, string text, CommentKind kind, byte[]? photo, string about = FollowSite.About)
    {
        var path = $"/comentar?sobre={about}";
        var (_, page) = await browser.OpenAsync(path);
        using var form = new MultipartFormDataContent();

        foreach (var (name, value) in Fixtures.Browser.FieldsOf(page.QuerySelector("main form")!))
        {
            if (name is not ("Photo" or "tipo" or "Text" or "Address" or "Accepts"))
            {
                form.Add(new StringContent(value), name);
            }
        }

        form.Add(new StringContent(kind.ToString()), "tipo");
        form.Add(new StringContent(text), "Text");
        form.Add(new StringContent(address), "Address");
        form.Add(new StringContent("true"), "Accepts");

        if (photo is not null)
        {
            form.Add(new ByteArrayContent(photo) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "Photo", "IMG_0001.jpg");
        }

        using var answer = await browser.UploadAsync(path, form);
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(response => response.Content(html));
    }

    private async Task<string> TextOfAsync(string path)
    {
        using var reader = shared.Site.At("durango");
        return System.Net.WebUtility.HtmlDecode(await reader.GetStringAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&q=" : "?q=")));
    }

    private Task<List<string>> ActsOnAsync(Guid comment) => shared.ReadAsync(db =>
        db.LedgerEntries.Where(e => e.SubjectKey == $"{FollowSite.Commitment}/{comment}").OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());

    /// <summary>Everything that progress is made of.</summary>
    private Task<List<string>> StatesAsync() => shared.ReadAsync(async db => (await db.Activities.AsNoTracking().OrderBy(a => a.Id).ToListAsync())
        .Select(a => $"{a.Id} {a.Status} {a.Percent} {a.DoneOn} {a.UpdatedOn}")
        .Append($"{await db.ProgressReports.CountAsync()} {await db.Confirmations.CountAsync()}")
        .ToList());
}
