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
        var said = commitment.Text;
        text.Field("plan", commitment.Plan!.Slug)
            .Field("axis", commitment.Axis!.Title)
            .Field("number", commitment.Number)
            .Field("unique id", commitment.UniqueId)
            .Field("slug", commitment.Slug)
            .Field("title", said.Title)
            .Field("short title", said.ShortTitle)
            .Field("proactive", said.IsProactive)
            .Field("table of origin", said.TableOfOrigin)
            .Field("continuation of", continuationOf)
            .Field("starts on", said.StartsOn)
            .Field("ends on", said.EndsOn)
            .Words("problem", said.Problem)
            .Words("description", said.Description)
            .Words("contribution", said.Contribution)
            .Words("expected result", said.ExpectedResult)
            .Words("assumptions", said.Assumptions)
            .Words("indicator", said.Indicator?.Name)
            .Words("unit", said.Indicator?.Unit)
            .Words("baseline", said.Indicator?.Baseline)
            .Words("target", said.Indicator?.Target)
            .Words("development plan axis", said.DevelopmentPlanAxis)
            .Words("gender", said.Gender)
            .Words("budget", said.Budget)
            .Words("legal basis", said.LegalBasis)
            .Words("contact", said.Contact)
            .List("policy areas", said.PolicyAreas)
            .List("goals", said.Sdgs)
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

            // Only a later version can hold a commitment that was withdrawn.
            if (commitment.WithdrawnOn is { } on)
            {
                text.Field("withdrawn on", on).Field("withdrawn by", commitment.WithdrawnBy?.Value).Field("left out", commitment.IsLeftOut);
            }

            foreach (var activity in commitment.Activities.OrderBy(a => a.Action?.Position).ThenBy(a => a.Position).ThenBy(a => a.Id))
            {
                text.Part(PlanSubjects.Activity(commitment.Slug, activity.Id).ToString());
                Write(text, activity);
            }
        }

        return text.ToString();
    }
}
