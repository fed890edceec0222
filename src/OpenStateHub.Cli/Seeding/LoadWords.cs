using Bogus;

namespace OpenStateHub.Cli.Seeding;

/// <summary>The words that load data are put together from. Nobody promised any of it: every row carries the mark of the demonstration.</summary>
internal sealed class LoadWords(Randomizer random)
{
    private static readonly string[] Verbs =
        ["Publicar", "Actualizar", "Abrir a consulta", "Auditar con vecinos", "Rediseñar", "Digitalizar", "Evaluar", "Difundir"];

    private static readonly string[] Things =
    [
        "el padrón de contratos", "el inventario de obras", "la agenda de sesiones", "el presupuesto por colonia", "los permisos de construcción",
        "la calidad del agua", "las rutas de transporte", "el directorio de trámites", "los apoyos sociales", "el mapa de alumbrado",
        "la recolección de residuos", "las quejas ciudadanas", "el padrón de proveedores", "los indicadores de seguridad",
    ];

    private static readonly string[] Ways =
    [
        "en datos abiertos", "con lenguaje claro", "cada trimestre", "junto con las universidades", "en las plazas públicas", "con un comité vecinal",
        "en lengua originaria", "por colonia y localidad",
    ];

    private static readonly string[] Offices =
        ["Contraloría", "Tesorería", "Dirección de Obras Públicas", "Secretaría Técnica", "Dirección de Desarrollo Social", "Unidad de Transparencia"];

    private static readonly string[] Circles =
        ["Red Vecinal", "Observatorio Ciudadano", "Colectivo por el Agua", "Consejo de Participación", "Colegio de Ingenieros", "Cámara de Comercio"];

    public string Task() => $"{random.ArrayElement(Verbs)} {random.ArrayElement(Things)} {random.ArrayElement(Ways)}";

    public string Office() => random.ArrayElement(Offices);

    public string Circle() => random.ArrayElement(Circles);

    public string Deliverable() => $"Informe público sobre {random.ArrayElement(Things)}, {random.ArrayElement(Ways)}";

    public string Problem() =>
        $"Hoy nadie puede seguir {random.ArrayElement(Things)} ni {random.ArrayElement(Things)}, y la información llega tarde. (Dato de demostración.)";
}
