using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Publishing;

/// <summary>How far a place has come, derived from dated facts and never typed (domain rules, section 3).</summary>
public enum Stage
{
    Listed,

    /// <summary>Provisioned, and nobody has come yet.</summary>
    Invited,

    /// <summary>Its first administrator came.</summary>
    Onboarding,

    Declared,
    SecretariatInstalled,

    /// <summary>Its first plan was opened to consultation.</summary>
    CoCreating,

    PlanPublished,
    Implementing,
    Evaluated,
}

public static class Stages
{
    /// <summary>Calendar months without a public act after which a place is inactive.</summary>
    private const int MonthsToInactive = 6;

    /// <summary>Whoever acted in public on that day or before, and not since, is inactive.</summary>
    public static DateOnly HalfAYearBefore(DateOnly day) => day.AddMonths(-MonthsToInactive);

    /// <summary>The furthest stage that the place had reached on a day.</summary>
    /// <param name="published">Null: it has published nothing.</param>
    public static Stage Of(Tenant place, PublishedTenant? published, DateOnly day) =>
        published?.EvaluatedOn <= day ? Stage.Evaluated
        : published?.ImplementingOn <= day ? Stage.Implementing
        : published?.PlanPublishedOn <= day ? Stage.PlanPublished
        : published?.CoCreatingOn <= day ? Stage.CoCreating
        : published?.InstalledOn <= day ? Stage.SecretariatInstalled
        : published?.DeclaredOn <= day ? Stage.Declared
        : published?.OnboardingOn <= day ? Stage.Onboarding
        : place.Status is not TenantStatus.Listed && (place.InvitedOn is null || place.InvitedOn <= day) ? Stage.Invited
        : Stage.Listed;

    /// <summary>The day on which the place came to a stage; null where it did not, or nobody recorded the day.</summary>
    public static DateOnly? SinceOf(Tenant place, PublishedTenant? published, Stage stage) => stage switch
    {
        Stage.Evaluated => published?.EvaluatedOn,
        Stage.Implementing => published?.ImplementingOn,
        Stage.PlanPublished => published?.PlanPublishedOn,
        Stage.CoCreating => published?.CoCreatingOn,
        Stage.SecretariatInstalled => published?.InstalledOn,
        Stage.Declared => published?.DeclaredOn,
        Stage.Onboarding => published?.OnboardingOn,
        Stage.Invited => place.InvitedOn,
        _ => null,
    };
}
