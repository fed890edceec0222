using System.Net;
using System.Text.RegularExpressions;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>
/// The wall as the site's own list of endpoints shows it: each address that names something is asked on another host with a name that
/// exists here only, and must answer the very 404 of a name that exists nowhere. A new page with a parameter fails until it says what to ask.
/// </summary>
public sealed partial class EndpointTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Secret = "a secret that the tests of the links ask on another host themselves";
    private const string Voted = "a vote, which the tests of the pages of votes ask on another host themselves";
    private const string MadeAnew = "no draft, and no id that is the same at each seeding, is in the demonstration; the tests of the pages ask it on another host themselves";

    private const string Owned = "what an owner works on, by an id that each seeding makes anew; the tests of reports ask it on another host themselves";

    private const string Sessions = "a session, which the tests of sessions ask on another host themselves";

    private const string Talked = "a conversation, which the tests of conversations ask on another host themselves";

    private const string Nations = "a place of the catalogue, on the national host alone; the tests of the life of a place ask it on another host themselves";

    /// <summary>Parameters that name no record of the demonstration, or none at all: whatever is asked, no tenant's data are behind it.</summary>
    private static readonly Dictionary<string, string> NamesNoRecord = new()
    {
        ["cuenta/invitacion/{token:length(43)}"] = Secret,
        ["aviso-de-privacidad/arco/{token:length(43)}"] = Secret,
        ["gestion/arco/{id:guid}"] = "a request about somebody's data, which its tests ask on another host themselves",
        ["seguir/confirmar/{token:length(43)}"] = Secret,
        ["seguir/baja/{token:length(43)}"] = Secret,
        ["comentar/confirmar/{token:length(43)}"] = Secret,
        ["comentarios/{id:guid}"] = "a comment, which the tests of comments ask on another host themselves",
        ["archivos/{sha256}/{name}"] = "a file, which the tests of its paths ask on other hosts themselves",
        ["documentos/{id:guid}"] = "a published file, which the tests of documents ask on another host themselves",
        ["sesiones/{id:guid}"] = Sessions,
        ["sesiones/{id:guid}/en-vivo"] = Sessions,
        ["sesiones/{id:guid}/sesion.ics"] = Sessions,
        ["sesiones/{id:guid}/acta.txt"] = Sessions,
        ["gestion/sesiones/{id:guid}"] = Sessions,
        ["gestion/sesiones/{id:guid}/datos"] = Sessions,
        ["gestion/sesiones/{id:guid}/orden-del-dia"] = Sessions,
        ["gestion/sesiones/{id:guid}/cancelar"] = Sessions,
        ["gestion/sesiones/{id:guid}/lista"] = Sessions,
        ["gestion/sesiones/{id:guid}/acta"] = Sessions,
        ["gestion/mi-asiento/acta/{id:guid}"] = Sessions,
        ["gestion/plan/{slug}/compromisos/{commitmentSlug}/actividades/{id:guid}"] = MadeAnew,
        ["gestion/plan/{slug}/compromisos/{commitmentSlug}/acciones/{id:guid}"] = MadeAnew,
        ["gestion/plan/{slug}/cambios/{id:guid}"] = MadeAnew,
        ["gestion/plan/{slug}/cambios/{id:guid}/parte"] = MadeAnew,
        ["gestion/plan/{slug}/cambios/{id:guid}/pesos"] = MadeAnew,
        ["gestion/plan/{slug}/vista-previa"] = MadeAnew,
        ["gestion/plan/{slug}/vista-previa/{commitmentSlug}"] = MadeAnew,
        ["gestion/entidades/{slug}"] = "a line of the catalogue, alike for all; the tests of invitations ask the page on another host themselves",
        ["gestion/entidades/propuestas/{id:guid}"] = "a proposal, which the tests of invitations ask on another host themselves",
        ["rendicion-de-cuentas/{id:guid}"] = "a public accountability session, which the tests of their pages ask on another host themselves",
        ["decisiones/{id:guid}"] = Voted,
        ["decisiones/{id:guid}/en-vivo"] = Voted,
        ["api/v1/decisions/{id:guid}"] = Voted,
        ["gestion/votaciones/{id:guid}"] = Voted,
        ["gestion/votaciones/{id:guid}/cerrar"] = Voted,
        ["gestion/reportes/{id:guid}"] = Owned,
        ["gestion/mediciones/{id:guid}"] = Owned,
        ["gestion/evidencias/{id:guid}/retirar"] = Owned,
        ["gestion/compromisos/{slug}/responsables/nombrar"] = Owned,
        ["gestion/secretariado/ofrecimientos/{id:guid}"] = "an offer between two places, which the tests of offers ask on another host themselves",
        ["gestion/red/preguntas/{id:guid}"] = Talked,
        ["gestion/ayuda/{id:guid}"] = Talked,
        ["gestion/entidades/{slug}/vida"] = Nations,
        ["gestion/entidades/{slug}/vida/dominio"] = Nations,
        ["gestion/entidades/{slug}/vida/archivo"] = Nations,
        ["gestion/entidades/{slug}/vida/archivo/{id:guid}"] = Nations,
        ["gestion/ajustes/archivo/{id:guid}"] = "an archive of the place, which the tests of exports ask on another host themselves",
        ["gestion/entidades/{slug}/vida/{step:regex(^(suspender|archivar|reactivar)$)}"] = Nations,
        ["marca/{colour}.css"] = "a colour, alike on all hosts",
        ["marca/logo/{hash}"] = "the hash of an uploaded file, which the tests of the brand ask on another host themselves",
        ["{**path:file}"] = "files of the site itself, alike on all hosts",
        ["openapi/{documentName}.json"] = "the description of the API, alike on all hosts",
    };

    private readonly HubSite site = demo.Site;
    private readonly Dictionary<string, Browser> administrators = [];

    [Fact]
    public async Task Another_tenants_name_answers_like_an_unknown_one()
    {
        foreach (var route in RoutesWithParameters())
        {
            var sample = SiteEndpoints.OnlyThere.SingleOrDefault(s => s.Route == route);
            Assert.True(sample.Route is not null, $"Say in {nameof(SiteEndpoints.OnlyThere)} what exists on one host only under /{route}.");

            var there = await AskAsync(sample.Host, SiteEndpoints.Address(route, sample.Value));
            Assert.Equal((route, HttpStatusCode.OK), (route, there.Status));

            foreach (var elsewhere in new[] { "morelos", "veracruz" }.Append(null).Where(host => host != sample.Host))
            {
                var foreign = await AskAsync(elsewhere, SiteEndpoints.Address(route, sample.Value));
                var unknown = await AskAsync(elsewhere, SiteEndpoints.Address(route, "no-existe-en-ningun-lugar"));

                Assert.Equal((route, elsewhere, HttpStatusCode.NotFound), (route, elsewhere, foreign.Status));
                Assert.Equal(unknown, foreign);
            }
        }
    }

    [Fact]
    public async Task No_page_echoes_the_address_that_it_does_not_know()
    {
        foreach (var route in RoutesWithParameters())
        {
            var (_, body) = await AskAsync("morelos", SiteEndpoints.Address(route, "no-existe-en-ningun-lugar"));

            Assert.DoesNotContain("no-existe-en-ningun-lugar", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cached_page_holds_no_posting_form_and_sets_no_cookie()
    {
        foreach (var endpoint in SiteEndpoints.Of(site).Where(e => e.Metadata.GetMetadata<CachedPageAttribute>() is not null))
        {
            var route = SiteEndpoints.RouteOf(endpoint);
            var sample = SiteEndpoints.OnlyThere.SingleOrDefault(s => s.Route == route);

            foreach (var host in sample.Route is null ? ["durango", null] : new[] { sample.Host })
            {
                using var client = site.At(host);
                using var answer = await client.GetAsync(SiteEndpoints.Address(route, sample.Value ?? ""));
                var body = await answer.Content.ReadAsStringAsync();

                Assert.False(answer.Headers.Contains("Set-Cookie"), route);
                Assert.DoesNotContain("method=\"post\"", body, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private IEnumerable<string> RoutesWithParameters() =>
        SiteEndpoints.Of(site)
            .Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0)
            .Select(SiteEndpoints.RouteOf)
            .Where(route => !NamesNoRecord.ContainsKey(route))
            .Distinct();

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string? host, string address)
    {
        using var anybody = site.Browser(host);
        using var answer = await (address.StartsWith("/gestion/", StringComparison.Ordinal) ? await AdministratorAsync(host ?? "inai") : anybody).GetAsync(address);
        return (answer.StatusCode, TraceId().Replace(await answer.Content.ReadAsStringAsync(), ""));
    }

    private async Task<Browser> AdministratorAsync(string host)
    {
        if (!administrators.TryGetValue(host, out var administrator))
        {
            administrators[host] = administrator = site.Browser(host);
            Assert.Equal(HttpStatusCode.Redirect, (await administrator.SignInAsync($"admin@{host}.example", DemoHub.Password)).Status);
        }

        return administrator;
    }

    // The only thing that may differ between two answers: each request has its own.
    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
