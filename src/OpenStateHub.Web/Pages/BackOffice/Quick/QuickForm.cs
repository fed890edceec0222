using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Web.Pages.BackOffice.Quick;

/// <summary>One commitment on one page: what the publish gate asks for, and nothing else.</summary>
public sealed class QuickForm
{
    /// <summary>Where on the form each refusal stands.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["title"] = $"Form.{nameof(Title)}",
        ["slug"] = $"Form.{nameof(Title)}",
        ["problem"] = $"Form.{nameof(Problem)}",
        ["description"] = $"Form.{nameof(Description)}",
        ["actors"] = $"Form.{nameof(Lead)}",
        ["governmentOwner"] = $"Form.{nameof(Lead)}",
        ["civilSocietyOwner"] = $"Form.{nameof(Counterpart)}",
        ["values"] = $"Form.{nameof(Reason)}",
        ["activity"] = $"Form.{nameof(Activity)}",
        ["deliverable"] = $"Form.{nameof(Deliverable)}",
        ["dueOn"] = $"Form.{nameof(DueOn)}",
    };

    /// <summary>Given before the first save, like the next: a form sent twice writes one commitment.</summary>
    public Guid Id { get; set; }

    /// <summary>Of the plan that the first commitment begins.</summary>
    public Guid PlanId { get; set; }

    public string? Title { get; set; }
    public string? Problem { get; set; }
    public string? Description { get; set; }
    public string? Lead { get; set; }
    public string? Counterpart { get; set; }

    /// <summary>Nobody of civil society is there to share it.</summary>
    public bool HasNoCounterpart { get; set; }

    public OpenGovernmentValue? Value { get; set; }
    public string? Reason { get; set; }
    public string? Activity { get; set; }
    public string? Deliverable { get; set; }
    public DateOnly? DueOn { get; set; }

    /// <summary>What must not be empty, and is.</summary>
    public IEnumerable<string> Missing =>
        new (string Name, bool IsEmpty)[]
        {
            (nameof(Title), IsEmpty(Title)), (nameof(Problem), IsEmpty(Problem)), (nameof(Lead), IsEmpty(Lead)),
            (nameof(Counterpart), IsEmpty(Counterpart) && !HasNoCounterpart), (nameof(Value), Value is null), (nameof(Reason), IsEmpty(Reason)),
            (nameof(Activity), IsEmpty(Activity)), (nameof(Deliverable), IsEmpty(Deliverable)), (nameof(DueOn), DueOn is null),
        }.Where(one => one.IsEmpty).Select(one => one.Name);

    /// <param name="newPlan">Null: the plan is there.</param>
    public WriteQuickCommitment.Input Input(Guid planId, DraftPlan.Input? newPlan) => new()
    {
        NewPlan = newPlan,
        PlanId = planId,
        Id = Id,
        Title = Title ?? "",
        Problem = Problem,
        Description = Description,
        Lead = Lead,
        Counterpart = HasNoCounterpart ? null : Counterpart,
        Value = Value,
        Reason = Reason,
        Activity = Activity ?? "",
        Deliverable = Deliverable,
        DueOn = DueOn,
    };

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
}
