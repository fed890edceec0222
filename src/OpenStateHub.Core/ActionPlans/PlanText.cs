using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>The binding text of a plan and its parts, field by field: what a signed version stores whole, and the ledger as part of each subject.</summary>
public static class PlanText
{
    public static CanonicalText Write(CanonicalText text, ActionPlan plan)
    {
        text.Field("slug", plan.Slug)
            .Field("title", plan.Title)
            .Words("summary", plan.Summary)
            .Words("note", plan.Note)
            .Field("starts on", plan.StartsOn)
            .Field("ends on", plan.EndsOn)
            .Field("transcription", plan.IsTranscription)
            .Field("source", plan.Source)
            .Field("demonstration", plan.IsDemonstration)
            .Field("call opened on", plan.CounterpartCall?.OpenedOn)
            .Field("call closed on", plan.CounterpartCall?.ClosedOn)
            .Words("call result", plan.CounterpartCall?.Result);
        return text.List("axes", plan.Axes.OrderBy(axis => axis.Position).Select(axis => axis.Title));
    }

    /// <param name="continuationOf">The slug of the commitment that it continues.</param>
    public static CanonicalText Write(CanonicalText text, Commitment commitment, string? continuationOf)
    {
        text.Field("plan", commitment.Plan!.Slug)
            .Field("axis", commitment.Axis!.Title)
            .Field("number", commitment.Number)
            .Field("unique id", commitment.UniqueId)
            .Field("slug", commitment.Slug)
            .Field("title", commitment.Title)
            .Field("short title", commitment.ShortTitle)
            .Field("proactive", commitment.IsProactive)
            .Field("table of origin", commitment.TableOfOrigin)
            .Field("continuation of", continuationOf)
            .Field("starts on", commitment.StartsOn)
            .Field("ends on", commitment.EndsOn)
            .Words("problem", commitment.Problem)
            .Words("description", commitment.Description)
            .Words("contribution", commitment.Contribution)
            .Words("expected result", commitment.ExpectedResult)
            .Words("assumptions", commitment.Assumptions)
            .Words("indicator", commitment.Indicator?.Name)
            .Words("unit", commitment.Indicator?.Unit)
            .Words("baseline", commitment.Indicator?.Baseline)
            .Words("target", commitment.Indicator?.Target)
            .Words("development plan axis", commitment.DevelopmentPlanAxis)
            .Words("gender", commitment.Gender)
            .Words("budget", commitment.Budget)
            .Words("legal basis", commitment.LegalBasis)
            .Words("contact", commitment.Contact)
            .List("policy areas", commitment.PolicyAreas)
            .List("goals", commitment.Sdgs)
            .Field("source", commitment.Source)
            .Field("demonstration", commitment.IsDemonstration);

        foreach (var actor in commitment.Actors.OrderBy(a => a.Role).ThenBy(a => a.Organization, StringComparer.Ordinal))
        {
            text.Part("actor").Field("role", actor.Role).Field("sector", actor.Sector).Field("organization", actor.Organization);
        }

        foreach (var value in commitment.Values.OrderBy(v => v.Value))
        {
            text.Part("value").Field("value", value.Value).Words("reason", value.Reason);
        }

        foreach (var link in commitment.Links.OrderBy(l => l.Kind).ThenBy(l => l.Target, StringComparer.Ordinal).ThenBy(l => l.Label, StringComparer.Ordinal))
        {
            text.Part("link").Field("kind", link.Kind).Field("target", link.Target).Words("label", link.Label);
        }

        foreach (var action in commitment.Actions.OrderBy(a => a.Position))
        {
            text.Part("action").Field("position", action.Position).Words("title", action.Title).Field("weight", action.Weight);
        }

        return text;
    }

    public static CanonicalText Write(CanonicalText text, Activity activity)
    {
        text.Field("action", activity.Action?.Position)
            .Field("position", activity.Position)
            .Words("description", activity.Description)
            .Words("government owner", activity.GovernmentOwner)
            .Words("civil society owner", activity.CivilSocietyOwner)
            .Field("starts on", activity.StartsOn)
            .Field("due on", activity.DueOn)
            .Words("deliverable", activity.Deliverable)
            .Field("weight", activity.Weight)
            .Field("source", activity.Source)
            .Field("demonstration", activity.IsDemonstration)
            .Field("means of verification", activity.MeansOfVerification.Count);

        foreach (var means in activity.MeansOfVerification)
        {
            text.Words("means", means);
        }

        return text;
    }

    /// <summary>The whole plan in plain words: axes, commitments by number, activities by position.</summary>
    /// <param name="slugs">The slugs of all commitments of the place, by id.</param>
    public static string Whole(ActionPlan plan, IReadOnlyDictionary<Guid, string> slugs)
    {
        var text = new CanonicalText().Part(PlanSubjects.Plan(plan.Slug).ToString());
        Write(text, plan);

        foreach (var commitment in plan.Commitments.OrderBy(c => c.Number))
        {
            text.Part(PlanSubjects.Commitment(commitment.Slug).ToString());
            Write(text, commitment, commitment.ContinuationOfId is { } earlier ? slugs[earlier] : null);

            foreach (var activity in commitment.Activities.OrderBy(a => a.Action?.Position).ThenBy(a => a.Position).ThenBy(a => a.Id))
            {
                text.Part(PlanSubjects.Activity(commitment.Slug, activity.Id).ToString());
                Write(text, activity);
            }
        }

        return text.ToString();
    }
}
