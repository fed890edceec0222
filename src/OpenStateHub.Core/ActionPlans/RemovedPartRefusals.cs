namespace OpenStateHub.Core.ActionPlans;

public static class RemovedPartRefusals
{
    public static readonly Refusal NotThere = new("removed-part.not-there");
    public static readonly Refusal WithoutParent = new("removed-part.without-parent");
    public static readonly Refusal WithoutAxis = new("removed-part.without-axis");
}
