namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>What may stand in the cells of a column.</summary>
public enum CellKind
{
    Text,
    Day,
    WholeNumber,
    Percent,
    YesOrNo,

    /// <summary>Several texts with a bar between them.</summary>
    List,

    /// <summary>Bodies with a bar between them, each with its sector in brackets where it is not the usual one.</summary>
    Bodies,

    PolicyAreas,
    Sdgs,
    Links,
}

/// <summary>What a cell tells about; the cells of a plan and of a commitment may stay empty in the rows that follow its first.</summary>
public enum CellLevel
{
    Plan,
    Commitment,
    Activity,
}

/// <param name="Title">The heading, in Spanish; case, accents and signs do not matter.</param>
public sealed record SheetColumn(CellLevel Level, string Title, CellKind Kind = CellKind.Text, bool IsRequired = false, int Longest = SheetColumn.LongestText)
{
    public const int LongestText = 10_000;

    public string Key { get; } = Codes.SlugOf(Title);
}

/// <summary>The columns of the sheet of a plan, one row an activity, in the order of the template.</summary>
public static class SheetColumns
{
    public static readonly SheetColumn Plan = new(CellLevel.Plan, "Plan", IsRequired: true, Longest: 300);
    public static readonly SheetColumn Summary = new(CellLevel.Plan, "Resumen");
    public static readonly SheetColumn Note = new(CellLevel.Plan, "Nota");
    public static readonly SheetColumn PlanStartsOn = new(CellLevel.Plan, "Inicio del plan", CellKind.Day);
    public static readonly SheetColumn PlanEndsOn = new(CellLevel.Plan, "Fin del plan", CellKind.Day);
    public static readonly SheetColumn IsTranscription = new(CellLevel.Plan, "Transcripción", CellKind.YesOrNo);
    public static readonly SheetColumn PlanSource = new(CellLevel.Plan, "Fuente del plan");

    public static readonly SheetColumn Axis = new(CellLevel.Commitment, "Eje", IsRequired: true, Longest: 300);
    public static readonly SheetColumn Number = new(CellLevel.Commitment, "Número", CellKind.WholeNumber, IsRequired: true);
    public static readonly SheetColumn Title = new(CellLevel.Commitment, "Compromiso", IsRequired: true, Longest: 500);
    public static readonly SheetColumn ShortTitle = new(CellLevel.Commitment, "Título corto", Longest: 200);
    public static readonly SheetColumn Slug = new(CellLevel.Commitment, "Dirección", Longest: Codes.LongestSlug);
    public static readonly SheetColumn UniqueId = new(CellLevel.Commitment, "Identificador", Longest: 40);
    public static readonly SheetColumn IsProactive = new(CellLevel.Commitment, "Proactivo", CellKind.YesOrNo);
    public static readonly SheetColumn TableOfOrigin = new(CellLevel.Commitment, "Mesa de origen");
    public static readonly SheetColumn ContinuationOf = new(CellLevel.Commitment, "Continuación de");
    public static readonly SheetColumn CommitmentStartsOn = new(CellLevel.Commitment, "Inicio del compromiso", CellKind.Day);
    public static readonly SheetColumn CommitmentEndsOn = new(CellLevel.Commitment, "Fin del compromiso", CellKind.Day);
    public static readonly SheetColumn Problem = new(CellLevel.Commitment, "Problema");
    public static readonly SheetColumn Description = new(CellLevel.Commitment, "Descripción");
    public static readonly SheetColumn Contribution = new(CellLevel.Commitment, "Contribución");
    public static readonly SheetColumn ExpectedResult = new(CellLevel.Commitment, "Resultado esperado");
    public static readonly SheetColumn Assumptions = new(CellLevel.Commitment, "Supuestos");
    public static readonly SheetColumn Indicator = new(CellLevel.Commitment, "Indicador");
    public static readonly SheetColumn Unit = new(CellLevel.Commitment, "Unidad");
    public static readonly SheetColumn Baseline = new(CellLevel.Commitment, "Línea base");
    public static readonly SheetColumn Target = new(CellLevel.Commitment, "Meta");
    public static readonly SheetColumn DevelopmentPlanAxis = new(CellLevel.Commitment, "Eje del plan de desarrollo");
    public static readonly SheetColumn Gender = new(CellLevel.Commitment, "Género");
    public static readonly SheetColumn Budget = new(CellLevel.Commitment, "Presupuesto");
    public static readonly SheetColumn LegalBasis = new(CellLevel.Commitment, "Fundamento");
    public static readonly SheetColumn Contact = new(CellLevel.Commitment, "Contacto");
    public static readonly SheetColumn Source = new(CellLevel.Commitment, "Fuente del compromiso");
    public static readonly SheetColumn Leads = new(CellLevel.Commitment, "Responsables", CellKind.Bodies);
    public static readonly SheetColumn Supporting = new(CellLevel.Commitment, "Apoyos", CellKind.Bodies);
    public static readonly SheetColumn Counterparts = new(CellLevel.Commitment, "Contrapartes", CellKind.Bodies);
    public static readonly SheetColumn OtherActors = new(CellLevel.Commitment, "Otros actores", CellKind.Bodies);
    public static readonly SheetColumn AccessToInformation = new(CellLevel.Commitment, "Acceso a la información");
    public static readonly SheetColumn CivicParticipation = new(CellLevel.Commitment, "Participación ciudadana");
    public static readonly SheetColumn PublicAccountability = new(CellLevel.Commitment, "Rendición de cuentas");
    public static readonly SheetColumn TechnologyAndInnovation = new(CellLevel.Commitment, "Tecnología e innovación");
    public static readonly SheetColumn PolicyAreas = new(CellLevel.Commitment, "Áreas de política", CellKind.PolicyAreas);
    public static readonly SheetColumn Sdgs = new(CellLevel.Commitment, "ODS", CellKind.Sdgs);
    public static readonly SheetColumn Links = new(CellLevel.Commitment, "Enlaces", CellKind.Links);

    public static readonly SheetColumn Action = new(CellLevel.Activity, "Acción", Longest: CommitmentAction.LongestTitle);
    public static readonly SheetColumn ActionWeight = new(CellLevel.Activity, "Peso de la acción", CellKind.Percent);
    public static readonly SheetColumn Activity = new(CellLevel.Activity, "Actividad", IsRequired: true, Longest: ActivityText.LongestDescription);
    public static readonly SheetColumn GovernmentOwner = new(CellLevel.Activity, "Responsable de gobierno", Longest: ActivityText.LongestOwner);
    public static readonly SheetColumn CivilSocietyOwner = new(CellLevel.Activity, "Responsable de sociedad civil", Longest: ActivityText.LongestOwner);
    public static readonly SheetColumn StartsOn = new(CellLevel.Activity, "Inicio", CellKind.Day);
    public static readonly SheetColumn DueOn = new(CellLevel.Activity, "Vence", CellKind.Day);
    public static readonly SheetColumn Deliverable = new(CellLevel.Activity, "Entregable", Longest: ActivityText.LongestDeliverable);
    public static readonly SheetColumn MeansOfVerification = new(CellLevel.Activity, "Medios de verificación", CellKind.List);
    public static readonly SheetColumn Weight = new(CellLevel.Activity, "Peso", CellKind.Percent);

    public static readonly IReadOnlyList<SheetColumn> All =
    [
        Plan, Summary, Note, PlanStartsOn, PlanEndsOn, IsTranscription, PlanSource,
        Axis, Number, Title, ShortTitle, Slug, UniqueId, IsProactive, TableOfOrigin, ContinuationOf, CommitmentStartsOn, CommitmentEndsOn,
        Problem, Description, Contribution, ExpectedResult, Assumptions, Indicator, Unit, Baseline, Target,
        DevelopmentPlanAxis, Gender, Budget, LegalBasis, Contact, Source, Leads, Supporting, Counterparts, OtherActors,
        AccessToInformation, CivicParticipation, PublicAccountability, TechnologyAndInnovation, PolicyAreas, Sdgs, Links,
        Action, ActionWeight, Activity, GovernmentOwner, CivilSocietyOwner, StartsOn, DueOn, Deliverable, MeansOfVerification, Weight,
    ];
}
