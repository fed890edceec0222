namespace OpenStateHub.Core.ActionPlans;

/// <summary>What a commitment says in people's words: the same fields in the form, the sheet, the seeds and on the public page.</summary>
public sealed record CommitmentText
{
    public const int LongestTitle = 500;
    public const int LongestShortTitle = 200;

    public required string Title { get; init; }
    public string? ShortTitle { get; init; }

    /// <summary>Undertaken by the authorities on their own: shown, but never part of a plan's percentage.</summary>
    public bool IsProactive { get; init; }

    /// <summary>The thematic table that it came from.</summary>
    public string? TableOfOrigin { get; init; }

    /// <summary>Null: the period of the plan.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Null: the period of the plan.</summary>
    public DateOnly? EndsOn { get; init; }

    public string? Problem { get; init; }
    public string? Description { get; init; }

    /// <summary>How it helps to solve the problem.</summary>
    public string? Contribution { get; init; }

    public string? ExpectedResult { get; init; }
    public string? Assumptions { get; init; }
    public Indicator? Indicator { get; init; }
    public string? DevelopmentPlanAxis { get; init; }
    public string? Gender { get; init; }
    public string? Budget { get; init; }
    public string? LegalBasis { get; init; }

    /// <summary>An office's address, never a private person's.</summary>
    public string? Contact { get; init; }

    /// <summary>Codes of the catalogue of policy areas, such as <c>water-sanitation</c>.</summary>
    public IReadOnlyList<string> PolicyAreas { get; init; } = [];

    /// <summary>Goals and targets of the Sustainable Development Goals, such as <c>6</c> and <c>6.3</c>.</summary>
    public IReadOnlyList<string> Sdgs { get; init; } = [];

    /// <summary>As it is kept: nothing blank, no blanks around.</summary>
    public CommitmentText Tidy() => this with
    {
        Title = Title.Tidy() ?? "",
        ShortTitle = ShortTitle.Tidy(),
        TableOfOrigin = TableOfOrigin.Tidy(),
        Problem = Problem.Tidy(),
        Description = Description.Tidy(),
        Contribution = Contribution.Tidy(),
        ExpectedResult = ExpectedResult.Tidy(),
        Assumptions = Assumptions.Tidy(),
        Indicator = Indicator?.Tidy(),
        DevelopmentPlanAxis = DevelopmentPlanAxis.Tidy(),
        Gender = Gender.Tidy(),
        Budget = Budget.Tidy(),
        LegalBasis = LegalBasis.Tidy(),
        Contact = Contact.Tidy(),
    };

    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Title) => CommitmentRefusals.WithoutTitle,
        _ when EndsOn < StartsOn => CommitmentRefusals.EndsBeforeItBegins,
        _ when Sdgs.FirstOrDefault(code => !Codes.IsSdg(code)) is { } sdg => CommitmentRefusals.SdgMalformed with { Detail = sdg },
        _ when PolicyAreas.FirstOrDefault(code => !Codes.IsPolicyArea(code)) is { } area => CommitmentRefusals.PolicyAreaMalformed with { Detail = area },
        { Indicator: { Name.Length: 0 } } => CommitmentRefusals.IndicatorWithoutName,
        _ => CheckLength(),
    };

    private Refusal? CheckLength() => TextRules.CheckLength(
    [
        ("title", Title, LongestTitle), ("shortTitle", ShortTitle, LongestShortTitle), ("tableOfOrigin", TableOfOrigin, TextRules.LongestText),
        ("problem", Problem, TextRules.LongestText), ("description", Description, TextRules.LongestText),
        ("contribution", Contribution, TextRules.LongestText), ("expectedResult", ExpectedResult, TextRules.LongestText),
        ("assumptions", Assumptions, TextRules.LongestText), ("indicator", Indicator?.Name, TextRules.LongestText),
        ("unit", Indicator?.Unit, TextRules.LongestText), ("baseline", Indicator?.Baseline, TextRules.LongestText),
        ("target", Indicator?.Target, TextRules.LongestText), ("developmentPlanAxis", DevelopmentPlanAxis, TextRules.LongestText),
        ("gender", Gender, TextRules.LongestText), ("budget", Budget, TextRules.LongestText),
        ("legalBasis", LegalBasis, TextRules.LongestText), ("contact", Contact, TextRules.LongestText),
    ]);
}
