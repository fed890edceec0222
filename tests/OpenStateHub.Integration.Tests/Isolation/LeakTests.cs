using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>Ways on which people's data could leave their place without anybody reading a table: lists to choose from, letters, and the log.</summary>
public sealed class LeakTests(LoggedHub served) : IClassFixture<LoggedHub>
{
    private const string Words = "Lo que nadie más debe leer";

    [Fact]
    public async Task A_list_of_people_to_choose_from_holds_those_of_the_place_alone()
    {
        var (durango, morelos, nation) = (await WithAdministratorAsync("durango", "Ana de Durango"), await WithAdministratorAsync("morelos", "Eva de Morelos"), await served.NationalAsync());
        using var monitor = await served.InTheNationAsync(Role.NationalMonitor);

        Assert.Equal(["Ana de Durango"], await HelpersAsync(durango));
        Assert.Equal(["Eva de Morelos"], await HelpersAsync(morelos));
        Assert.All(await HelpersAsync(nation), name => Assert.Equal("Persona NationalMonitor", name));
    }

    [Fact]
    public async Task A_letter_waits_at_the_place_that_reads_it_and_its_mail_page_shows_nobody_elses()
    {
        var (durango, morelos) = (await WithAdministratorAsync("durango", "Ana"), await WithAdministratorAsync("morelos", "Eva"));
        using var asking = await served.Site.SignedInAsync(durango.Slug, Role.Administrator);
        using var asked = await served.Site.SignedInAsync(morelos.Slug, Role.Administrator);
        await AskAsync(asking, morelos);

        Assert.Contains(durango.Name, (await asked.OpenAsync("/gestion/correo")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Mensaje de", (await asking.OpenAsync("/gestion/correo")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_names_no_person_and_repeats_no_word_that_people_wrote()
    {
        var (durango, morelos) = (await WithAdministratorAsync("durango", "Ana Reservada"), await WithAdministratorAsync("morelos", "Eva"));
        using var asking = await served.Site.SignedInAsync(durango.Slug, Role.Administrator);
        using var nobody = served.Site.Browser(durango.Slug);
        await nobody.SignInAsync("ana.reservada@ejemplo.mx", "la clave equivocada");
        await AskAsync(asking, morelos);
        await asking.SendAsync("/gestion/ayuda/pedir", new() { ["Subject"] = "Duda", ["Text"] = Words });
        await asking.SendAsync("/gestion/ajustes/archivo", []);

        var said = string.Join('\n', served.Log.Lines);
        Assert.Contains("/gestion/ayuda", said, StringComparison.Ordinal);

        foreach (var secret in new[] { Words, "Ana Reservada", "ana.reservada@ejemplo.mx", GivenPeople.EmailOf(Role.Administrator), GivenPeople.Password, "la clave equivocada" })
        {
            Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task AskAsync(Browser asking, Tenant other) => Assert.Equal(
        HttpStatusCode.Redirect,
        (await asking.SendAsync($"/gestion/red/preguntar?entidad={other.Slug}", new() { ["Subject"] = "Duda", ["Text"] = Words })).Status);

    private async Task<Tenant> WithAdministratorAsync(string called, string name)
    {
        var place = await served.NewPlaceAsync(called);
        var token = await served.InvitationAsync(place, Role.Administrator);
        Assert.Null(await served.AsAsync(place, scope => scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new(token, name, GivenPeople.Password, AcceptsNotice: true), default)));
        return place;
    }

    private async Task<IEnumerable<string>> HelpersAsync(Tenant place) =>
        (await served.AsAsync(place, scope => scope.GetRequiredService<ListHelpers>().ExecuteAsync(default))).Select(helper => helper.Name);
}

/// <summary>A hub whose site's log is kept, as talkative as an operator would make it.</summary>
public sealed class LoggedHub(PostgresServer server) : ServedHub(server)
{
    public KeptLog Log { get; } = new();

    public override IServiceCollection OfTheSite(IServiceCollection site) =>
        site.AddLogging(logging => logging.AddProvider(Log).AddFilter<KeptLog>(null, LogLevel.Information));
}

[ProviderAlias("Kept")]
public sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Keeping(lines);

    public void Dispose()
    {
        // Nothing is held but lines.
    }

    private sealed class Keeping(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
