namespace OpenStateHub.Core.ActionPlans.Roadmaps;

public static class RoadmapRefusals
{
    public static readonly Refusal WithoutTitle = new("roadmap.without-title", "title");
    public static readonly Refusal WithoutReason = new("roadmap.without-reason", "reason");
    public static readonly Refusal ChangesNothing = new("roadmap.changes-nothing");
    public static readonly Refusal NotADraft = new("roadmap.not-a-draft");
    public static readonly Refusal NotProposed = new("roadmap.not-proposed");
    public static readonly Refusal WithoutAgreement = new("roadmap.without-agreement");
    public static readonly Refusal PlanNotInForce = new("roadmap.plan-not-in-force");
    public static readonly Refusal ChangedMeanwhile = new("roadmap.changed-meanwhile");
    public static readonly Refusal PartIsOver = new("roadmap.part-is-over");
    public static readonly Refusal WouldLack = new("roadmap.would-lack");
    public static readonly Refusal InVote = new("roadmap.in-vote");
    public static readonly Refusal DroppedWithoutReason = new("roadmap.dropped-without-reason", "dropReason");
}
