using System.Collections.Frozen;

namespace OpenStateHub.Core.Secretariat;

/// <summary>What a secretariat decides on.</summary>
public enum Matter
{
    ApprovePlan,
    ChangeRoadmap,
    WithdrawCommitment,
    VerifyCommitment,
    AcceptOrganization,
    ChangeRules,
    FreeText,
}

public static class Matters
{
    /// <summary>What a place's rules may let pass with two of the three sectors in favour; all else takes all three, always (domain rules, section 3).</summary>
    public static readonly IReadOnlyList<Matter> OpenToTwoOfThree = [Matter.AcceptOrganization, Matter.ChangeRules, Matter.FreeText];

    private static readonly FrozenSet<Matter> Open = OpenToTwoOfThree.ToFrozenSet();

    public static bool MayPassByTwoOfThree(this Matter matter) => Open.Contains(matter);

    /// <summary>Whether it is about something that stands already: a plan or a commitment.</summary>
    public static bool IsAboutSomething(this Matter matter) => matter is Matter.ApprovePlan or Matter.ChangeRoadmap or Matter.WithdrawCommitment or Matter.VerifyCommitment;
}
