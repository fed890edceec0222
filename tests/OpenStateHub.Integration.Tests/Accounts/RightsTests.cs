using System.Net;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>Role by page, through the pages: what each role opens and what it is refused.</summary>
public sealed class RightsTests(ServedHub hub) : IClassFixture<ServedHub>
{
    private static readonly string[] OfAdministrators =
    [
        "/gestion", "/gestion/personas", "/gestion/personas/invitar", "/gestion/plan", "/gestion/plan/importar", "/gestion/plan/nuevo",
        "/gestion/archivos", "/gestion/archivos/subir", "/gestion/correo", "/gestion/correo/remitente",
        "/gestion/secretariado", "/gestion/secretariado/asientos/agregar", "/gestion/secretariado/facilitacion",
        "/gestion/secretariado/pasos/registrar", "/gestion/secretariado/reglas", "/gestion/sesiones", "/gestion/sesiones/nueva", "/gestion/sesiones/reglas",
        "/gestion/acuerdos", "/gestion/acuerdos/agregar",
        "/gestion/ajustes", "/gestion/ajustes/imagen", "/gestion/ajustes/palabras", "/gestion/ajustes/nombres", "/gestion/ajustes/nombres/agregar",
        "/gestion/votaciones", "/gestion/votaciones/nueva",
    ];

    private static readonly string[] OfThePlaces = ["/gestion/entidades", "/gestion/entidades/invitar", "/gestion/programas"];

    private static readonly string[] OfAssistance = ["/gestion/red", "/gestion/ayuda"];

    private static readonly string[] Pages = [.. OfAdministrators, .. OfThePlaces, .. OfAssistance, "/gestion/mi-asiento", "/gestion/verificacion", "/gestion/verificacion/mediciones", "/gestion/trabajos"];

    public static TheoryData<Role, string[]> Opened => new()
    {
        { Role.Administrator, OfAdministrators },
        { Role.SecretariatMember, ["/gestion", "/gestion/mi-asiento", "/gestion/verificacion", "/gestion/verificacion/mediciones", "/gestion/votaciones"] },
        { Role.ActivityOwner, ["/gestion", "/gestion/votaciones"] },
        { Role.Facilitator, ["/gestion", "/gestion/votaciones"] },
        { Role.Evaluator, ["/gestion", "/gestion/votaciones"] },
        { Role.Participant, [] },
        { Role.NationalMonitor, ["/gestion", "/gestion/votaciones", .. OfThePlaces, .. OfAssistance] },
        { Role.PlatformOperator, ["/gestion", "/gestion/votaciones", "/gestion/trabajos", .. OfThePlaces] },
    };

    [Theory]
    [MemberData(nameof(Opened))]
    public async Task A_role_opens_its_pages_and_no_other(Role role, string[] opened)
    {
        await hub.PersonAsync(await hub.NationalAsync(), role);
        using var browser = await hub.Site.SignedInAsync(null, role);

        foreach (var page in Pages)
        {
            var (status, _) = await browser.OpenAsync(page);
            Assert.Equal((page, opened.Contains(page) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (page, status));
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/cuenta")).Status);
    }

    [Fact]
    public async Task A_role_opens_nothing_by_post_that_it_does_not_by_get()
    {
        var place = await hub.PlaceAsync("durango");
        await hub.PersonAsync(place, Role.Evaluator);
        using var browser = await hub.Site.SignedInAsync("durango", Role.Evaluator);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/gestion/personas", [])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/gestion/personas/invitar", [])).Status);
    }
}
