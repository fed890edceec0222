namespace OpenStateHub.Core.ActionPlans;

/// <summary>
/// A new draft that begins where an earlier plan stopped: its axes, commitments, actions and activities. What happened to them stays behind, and so
/// does what was withdrawn. So do all dates: they belong to a period that is over, and a day that nobody chose must not become a promise.
/// </summary>
public static class PlanCopy
{
    /// <param name="last">The earlier plan, whole.</param>
    /// <param name="continues">Each copied commitment names the one that it was copied from.</param>
    /// <param name="taken">The slugs of all commitments of the place; those given out here are added.</param>
    public static Refusal? Into(ActionPlan plan, ActionPlan last, bool continues, HashSet<string> taken)
    {
        var axes = last.Axes.OrderBy(a => a.Position).ToDictionary(a => a.Id, a => new PlanAxis { Title = a.Title });
        var refusal = axes.Values.Select(plan.Add).FirstOrDefault(r => r is not null);

        foreach (var source in last.Commitments.Where(c => c.WithdrawnOn is null).OrderBy(c => c.Number))
        {
            var slug = Codes.FreeSlug(source.Slug, taken);
            taken.Add(slug);
            var copy = Copy(source, axes[source.AxisId].Id, number: plan.Commitments.Count + 1, slug, continues, last.IsDemonstration);
            refusal ??= plan.Add(copy) ?? AddParts(copy, source);
        }

        return refusal;
    }

    private static Commitment Copy(Commitment source, Guid axisId, int number, string slug, bool continues, bool isDemonstration) => new()
    {
        AxisId = axisId,
        Number = number,
        Slug = slug,
        Text = source.Text with { StartsOn = null, EndsOn = null },
        ContinuationOfId = continues ? source.Id : null,
        IsDemonstration = source.IsDemonstration || isDemonstration,
        Actors = [.. source.Actors.OrderBy(a => a.Id).Select(a => new CommitmentActor { Role = a.Role, Sector = a.Sector, Organization = a.Organization })],
        Values = [.. source.Values.Select(v => new CommitmentValue { Value = v.Value, Reason = v.Reason })],
        Links = [.. source.Links.OrderBy(l => l.Id).Select(l => new CommitmentLink { Kind = l.Kind, Target = l.Target, Label = l.Label })],
    };

    private static Refusal? AddParts(Commitment copy, Commitment source)
    {
        var kept = source.Activities.Where(a => a.Status is not ActivityStatus.Withdrawn).OrderBy(a => a.Position).ToList();
        var actions = source.Actions.Where(action => kept.Exists(a => a.ActionId == action.Id)).OrderBy(a => a.Position).ToList();
        var shares = Weigh(source.Actions.ToDictionary(a => a.Id, a => a.Weight), [.. actions.Select(a => a.Id)]);
        var copied = new Dictionary<Guid, CommitmentAction>();
        Refusal? refusal = null;

        foreach (var action in actions)
        {
            copied[action.Id] = new CommitmentAction { Title = action.Title };
            refusal ??= copy.Add(copied[action.Id], shares[action.Id]);
        }

        foreach (var siblings in kept.GroupBy(a => a.ActionId))
        {
            var all = source.Activities.Where(a => a.ActionId == siblings.Key).ToDictionary(a => a.Id, a => a.Weight);
            var weights = Weigh(all, [.. siblings.Select(a => a.Id)]);

            foreach (var activity in siblings)
            {
                refusal ??= copy.Add(Copy(activity, copy.IsDemonstration), siblings.Key is { } action ? copied[action] : null, weights[activity.Id]);
            }
        }

        return refusal;
    }

    /// <summary>Equal shares stay equal shares (null); other weights keep their proportion, so that what stays behind leaves its own to the others.</summary>
    private static Dictionary<Guid, int?> Weigh(Dictionary<Guid, int> siblings, IReadOnlyList<Guid> kept)
    {
        var equal = Weights.Equal(siblings.Keys);
        var shares = LargestRemainder.Split(Weights.Whole, kept.Select(id => KeyValuePair.Create(id, siblings[id])));
        return siblings.All(s => s.Value == equal[s.Key]) ? kept.ToDictionary(id => id, _ => (int?)null) : shares.ToDictionary(s => s.Key, s => (int?)s.Value);
    }

    private static Activity Copy(Activity source, bool isDemonstration) => new()
    {
        Description = source.Description,
        GovernmentOwner = source.GovernmentOwner,
        CivilSocietyOwner = source.CivilSocietyOwner,
        Deliverable = source.Deliverable,
        MeansOfVerification = source.MeansOfVerification,
        IsDemonstration = source.IsDemonstration || isDemonstration,
    };
}
