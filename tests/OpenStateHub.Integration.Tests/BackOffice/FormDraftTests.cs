using System.Net;
using AngleSharp.Dom;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>What somebody types is kept for them alone until they save it or want none of it.</summary>
public sealed class FormDraftTests(ServedHub served) : InAPlace(served)
{
    private const string Keep = "/gestion/borrador";


    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await hub.PersonAsync(durango, Role.Administrator, "luis@ejemplo.mx");
        await hub.DraftAsync(durango);
    }

    [Fact]
    public async Task Coming_back_shows_what_was_typed_and_says_so()
    {
        using var ana = await AdministratorAsync();
        await TypeAsync(ana, GivenDrafts.Commitment);

        var (_, page) = await ana.OpenAsync(GivenDrafts.Commitment);

        Assert.Contains("Recuperamos lo que escribió", page.QuerySelector(".kept-found")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("12:00", page.QuerySelector(".kept-found")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Medio escrito", ProblemOf(page));
        Assert.Empty(page.QuerySelectorAll("input[name='Form.Sdgs'][checked]"));
        Assert.Equal("2026-13-45", page.QuerySelector("#form-endson")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Saving_forgets_the_draft_and_so_does_discarding_it()
    {
        using var ana = await AdministratorAsync();
        await TypeAsync(ana, GivenDrafts.Commitment);
        var discarded = await ana.SendAsync(GivenDrafts.Commitment, [], "form[data-keep-discard]");
        Assert.Equal(GivenDrafts.Commitment, discarded.Location);
        Assert.Equal("No se sabe si el agua es potable.", ProblemOf((await ana.OpenAsync(GivenDrafts.Commitment)).Page));

        await TypeAsync(ana, GivenDrafts.Commitment);
        await ana.SendAsync(GivenDrafts.Commitment, new() { ["Form.EndsOn"] = "" }, GivenDrafts.Form);

        var (_, page) = await ana.OpenAsync(GivenDrafts.Commitment);
        Assert.Null(page.QuerySelector(".kept-found"));
        Assert.Equal("Medio escrito", ProblemOf(page));
    }

    [Fact]
    public async Task A_draft_that_somebody_overtook_ends_in_both_texts()
    {
        using var ana = await AdministratorAsync();
        using var luis = site.Browser(durango.Slug);
        await luis.SignInAsync("luis@ejemplo.mx");
        await TypeAsync(ana, GivenDrafts.Commitment);
        await luis.SendAsync(GivenDrafts.Commitment, new() { ["Form.Problem"] = "Lo de Luis" }, GivenDrafts.Form);

        var told = await ana.SendAsync(GivenDrafts.Commitment, new() { ["Form.EndsOn"] = "" }, GivenDrafts.Form);

        Assert.Contains("Lo de Luis", told.Page.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Medio escrito", told.Page.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reads_or_discards_another_persons_draft()
    {
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        await hub.DraftAsync(morelos);
        using var ana = await AdministratorAsync();
        using var luis = site.Browser(durango.Slug);
        await luis.SignInAsync("luis@ejemplo.mx");
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);
        await TypeAsync(ana, GivenDrafts.Commitment);

        foreach (var other in new[] { luis, elsewhere })
        {
            var (_, page) = await other.OpenAsync(GivenDrafts.Commitment);
            Assert.Equal("No se sabe si el agua es potable.", ProblemOf(page));
            await other.PostAsync(Keep + "?handler=Discard", Browser.FieldsOf(page.QuerySelector(GivenDrafts.Form)!));
        }

        Assert.Equal("Medio escrito", ProblemOf((await ana.OpenAsync(GivenDrafts.Commitment)).Page));
    }

    [Fact]
    public async Task A_draft_needs_its_token_its_session_and_a_form_of_ordinary_length()
    {
        using var ana = await AdministratorAsync();
        using var nobody = site.Browser(durango.Slug);
        var fields = Browser.FieldsOf((await ana.OpenAsync(GivenDrafts.Commitment)).Page.QuerySelector(GivenDrafts.Form)!);

        Assert.Equal(HttpStatusCode.BadRequest, (await ana.PostAsync(Keep, new() { ["_form"] = "commitment", ["_subject"] = "x" })).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.PostAsync(Keep, fields)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ana.PostAsync(Keep, new(fields) { ["_form"] = new string('x', 41) })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ana.PostAsync(Keep, new(fields) { ["Form.Problem"] = new string('x', 500_000) })).Status);
    }

    [Fact]
    public async Task A_lost_session_leads_back_to_the_form()
    {
        using var nobody = site.Browser(durango.Slug);

        var answer = await nobody.PostAsync(GivenDrafts.Commitment, []);

        Assert.Equal($"/cuenta/entrar?volver={Uri.EscapeDataString(GivenDrafts.Commitment)}", answer.Location);
    }

    private static async Task TypeAsync(Browser person, string path)
    {
        var fields = Browser.FieldsOf((await person.OpenAsync(path)).Page.QuerySelector(GivenDrafts.Form)!);
        fields["Form.Problem"] = "Medio escrito";
        fields["Form.EndsOn"] = "2026-13-45";
        fields.Remove("Form.Sdgs");
        var answer = await person.PostAsync(Keep, fields);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Borrador guardado 12:00", answer.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    private static string? ProblemOf(IDocument page) => page.QuerySelector("#form-problem")?.TextContent.Trim();
}
