using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Start;

/// <summary>What a place does to begin, in the order that is proposed.</summary>
public enum StartStep
{
    Institution,
    Brand,
    Words,
    PrivacyNotice,
    Sectors,
    Guarantor,
    People,
    Readiness,
    Declaration,
    Installation,
    Plan,
}

public enum StepState
{
    Open,

    /// <summary>Begun; somebody else has to go on, or something is left to be done.</summary>
    Going,

    /// <summary>Left for later by somebody.</summary>
    Skipped,

    Done,
}

public static class StartSteps
{
    private static readonly IReadOnlyList<StartStep> Whole =
    [
        StartStep.Institution, StartStep.Brand, StartStep.Words, StartStep.PrivacyNotice, StartStep.Sectors, StartStep.People, StartStep.Readiness,
        StartStep.Declaration, StartStep.Installation,
    ];

    /// <summary>A municipality's: its guarantor is its state's, and a small plan is near (domain rules, section 5).</summary>
    private static readonly IReadOnlyList<StartStep> Short =
        [StartStep.Brand, StartStep.PrivacyNotice, StartStep.Sectors, StartStep.Guarantor, StartStep.Plan];

    public static IReadOnlyList<StartStep> Of(TenantKind kind) => kind is TenantKind.Municipality ? Short : Whole;
}
