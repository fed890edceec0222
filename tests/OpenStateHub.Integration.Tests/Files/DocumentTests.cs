using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Files;

/// <summary>What a place published leaves a trace for ever: an act when it comes, an act with its reason when it goes.</summary>
public sealed class DocumentTests(ServedHub served) : InAPlace(served)
{
    private const string Reason = "Muestra el domicilio de una persona.";

    private readonly byte[] content = GivenFiles.Pdf("acta");
    private Browser browser = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        browser = await AdministratorAsync();
        await browser.SendAsync(("acta.pdf", content));
    }

    [Fact]
    public async Task Both_acts_stand_in_the_history_with_the_office_and_lead_to_what_is_known()
    {
        await PublishAsync();
        await browser.WithdrawAsync(Reason);

        var document = await hub.DocumentAsync(durango);
        Assert.Equal(
            [$"document.published document/{document.Id}", $"document.withdrawn document/{document.Id}"], (await ActsAsync()).Select(act => $"{act.Act} {act.Subject}"));
        var history = await site.ReadAsync(durango.Slug, "/historial");
        Assert.Contains("Se retiró el documento: acta.pdf", history.QuerySelector(".records")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Oficina de prueba", history.QuerySelector(".records")!.TextContent, StringComparison.Ordinal);
        var record = await site.ReadAsync(durango.Slug, history.QuerySelector(".record-title a")!.GetAttribute("href")!);
        Assert.All(
            ["acta.pdf", GivenFiles.Sha256(content), "15 de junio de 2026", Reason],
            said => Assert.Contains(said, record.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        Assert.Null(record.QuerySelector("main a[href^='/archivos/']"));
        await VerifiedAsync();
    }

    [Fact]
    public async Task A_withdrawn_document_answers_like_one_that_never_was_and_its_record_outlives_its_bytes()
    {
        await PublishAsync();
        var address = GivenFiles.Address(content, "acta.pdf");
        using var anybody = site.Browser(durango.Slug);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(address)).StatusCode);

        await browser.WithdrawAsync(Reason);
        Assert.Equal(await AskAsync(anybody, GivenFiles.Address([1], "nada.pdf")), await AskAsync(anybody, address));

        hub.Clock.Now += SweepFiles.Grace;
        await hub.AsAsync(durango, scope => scope.GetRequiredService<SweepFiles>().ExecuteAsync(default));
        Assert.Empty(await hub.FilesAsync(durango));
        var document = await hub.DocumentAsync(durango);
        Assert.Equal((GivenFiles.Sha256(content), content.LongLength, Reason), (document.Sha256, document.Bytes, document.WithdrawalReason));
        Assert.Contains(Reason, (await site.ReadAsync(durango.Slug, $"/documentos/{document.Id}")).Body!.TextContent, StringComparison.Ordinal);
        await VerifiedAsync();
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_withdrawn_and_the_error_stands_beside_the_field()
    {
        await PublishAsync();
        var tooLong = new string('x', Document.MaxReasonLength + 1);

        var without = await browser.WithdrawAsync(" ");
        var long_ = await browser.WithdrawAsync(tooLong);

        Assert.Contains("la razón es pública", without.Page.QuerySelector("#reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1,000", long_.Page.QuerySelector("#reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(tooLong, long_.Page.QuerySelector("#reason")!.TextContent);
        Assert.Null((await hub.DocumentAsync(durango)).WithdrawnOn);
        Assert.Single(await ActsAsync());
    }

    [Fact]
    public async Task It_is_published_once_withdrawn_once_and_may_be_published_anew()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hub.PublishAsync(durango, content)));
        var first = await hub.DocumentAsync(durango);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hub.AsAsync(durango, scope =>
            scope.GetRequiredService<WithdrawDocument>().ExecuteAsync(first.Id, Reason, default))));
        await hub.PublishAsync(durango, content);

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Equal(3, outcomes.Count(outcome => outcome.Refusal == DocumentRefusals.AlreadyWithdrawn));
        Assert.Equal(["document.published", "document.withdrawn", "document.published"], (await ActsAsync()).Select(act => act.Act));
        Assert.Contains(Reason, (await site.ReadAsync(durango.Slug, $"/documentos/{first.Id}")).Body!.TextContent, StringComparison.Ordinal);
        using var anybody = site.Browser(durango.Slug);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(GivenFiles.Address(content, "acta.pdf"))).StatusCode);
        await VerifiedAsync();
    }

    [Fact]
    public async Task Elsewhere_a_document_is_like_one_that_does_not_exist()
    {
        await PublishAsync();
        var id = (await hub.DocumentAsync(durango)).Id;
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);

        foreach (var page in new[] { "/documentos/", "/gestion/archivos/retirar?documento=" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page + id)).StatusCode);
            var unknown = await AskAsync(elsewhere, page + Guid.CreateVersion7());
            Assert.Equal((HttpStatusCode.NotFound, unknown), (unknown.Status, await AskAsync(elsewhere, page + id)));
        }
    }

    [Theory]
    [InlineData("delete from documents")]
    [InlineData("update documents set name = 'otro.pdf'")]
    [InlineData("update documents set sha256 = sha256")]
    [InlineData("update documents set published_on = published_on")]
    public async Task The_sites_role_cannot_change_what_was_published(string attempt)
    {
        await using var connection = await hub.OpenAsync(durango.Id);
        await using var command = new NpgsqlCommand(attempt, connection);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    private async Task PublishAsync() =>
        Assert.Equal("/gestion/archivos?hecho=publicado", (await browser.SendAsync(GivenFiles.List, [], "main form[action$='handler=Publish']")).Location);

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(Browser who, string address)
    {
        using var answer = await who.GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<List<LedgerEntry>> ActsAsync() =>
        hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());

    private async Task VerifiedAsync() =>
        Assert.Empty(await hub.AsAsync(durango, async scope => (await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default)).Faults));

    public override ValueTask DisposeAsync()
    {
        browser.Dispose();
        return base.DisposeAsync();
    }
}
