namespace OpenStateHub.Core.ActionPlans;

/// <summary>What a plan is called and when it runs.</summary>
public sealed record PlanHead(string Title, string? Summary, DateOnly? StartsOn, DateOnly? EndsOn)
{
    public PlanHead Tidy() => this with { Title = Title.Tidy() ?? "", Summary = Summary.Tidy() };
}
