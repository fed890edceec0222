using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.Tests.ActionPlans;

/// <summary>Plans that are complete except for what a test is about.</summary>
internal static class Given
{
    public static readonly DateOnly Today = new(2026, 6, 15);
    public static readonly DateOnly Published = new(2026, 2, 1);
    public static readonly AgreementNumber Agreement = AgreementNumber.From("STL-DGO/2026/03")!.Value;

    public static ActionPlan Plan(bool transcription = false) => transcription
        ? new() { Slug = "2015-2016", Title = "Plan 2015–2016", StartsOn = new(2015, 8, 25), EndsOn = new(2016, 8, 24), IsTranscription = true, Source = "balance-2015" }
        : new() { Slug = "2026", Title = "Plan 2026", StartsOn = new(2026, 1, 1), EndsOn = new(2026, 12, 31) };

    public static Commitment Commitment(
        int number = 1, DateOnly? startsOn = null, DateOnly? endsOn = null, string? problem = "El agua no es potable.",
        IReadOnlyList<CommitmentValue>? values = null, IReadOnlyList<string>? sdgs = null, IReadOnlyList<CommitmentLink>? links = null) => new()
        {
            AxisId = Guid.CreateVersion7(),
            Number = number,
            Slug = $"agua-limpia-{number}",
            Text = new CommitmentText { Title = "Agua Limpia", StartsOn = startsOn, EndsOn = endsOn, Problem = problem, Sdgs = sdgs ?? ["6", "6.3"] },
            Values = values ?? [new CommitmentValue { Value = OpenGovernmentValue.CivicParticipation, Reason = "Vigilan los vecinos." }],
            Links = links ?? [],
        };

    public static Activity Activity(
        DateOnly? startsOn = null, DateOnly? dueOn = null, string? deliverable = "Informe", string? government = "Aguas del Municipio",
        string? civilSociety = "Consejo Ciudadano", bool undated = false) => new()
        {
            Description = "Medir la calidad del agua",
            StartsOn = startsOn,
            DueOn = undated ? null : dueOn ?? new DateOnly(2026, 6, 30),
            Deliverable = deliverable,
            GovernmentOwner = government,
            CivilSocietyOwner = civilSociety,
        };

    public static (ActionPlan Plan, Commitment Commitment) PlanWith(params Activity[] activities)
    {
        var plan = Plan();
        var commitment = Commitment();
        Assert.Null(plan.Add(commitment));

        foreach (var activity in activities)
        {
            Assert.Null(commitment.Add(activity, action: null, weight: null));
        }

        return (plan, commitment);
    }

    public static ActionPlan Approved(ActionPlan plan)
    {
        Assert.Null(plan.OpenConsultation(Published.AddDays(-30), Today));
        Assert.Null(plan.Approve(Agreement, Published.AddDays(-1), Today));
        return plan;
    }

    public static ActionPlan InImplementation(ActionPlan plan)
    {
        Assert.Null(Approved(plan).Publish(PublishGate.Of(plan), Published, Today));
        Assert.Null(plan.StartImplementation(Published, Today));
        return plan;
    }

    /// <summary>An activity of a plan in implementation.</summary>
    public static Activity Running(Activity? activity = null)
    {
        activity ??= Activity();
        InImplementation(PlanWith(activity).Plan);
        return activity;
    }

    public static Activity Complete()
    {
        var activity = Running();
        Assert.Null(activity.Report(ActivityStatus.InProgress, 60, null, evidence: 0, reason: null, new(2026, 4, 1), Today));
        Assert.Null(activity.Report(ActivityStatus.Complete, null, new(2026, 5, 1), evidence: 1, reason: null, new(2026, 5, 2), Today));
        return activity;
    }

    public static Activity Verified()
    {
        var activity = Complete();
        Assert.Null(activity.ConfirmCompletion(Sectors.All, Today, Today));
        return activity;
    }
}
