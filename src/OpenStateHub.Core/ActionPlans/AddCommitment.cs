using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.ActionPlans;

public sealed class AddCommitment(HubDbContext db)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required Guid PlanId { get; init; }
        public required Guid AxisId { get; init; }

        /// <summary>Null: the next of its plan.</summary>
        public int? Number { get; init; }

        public string? UniqueId { get; init; }

        /// <summary>Null: made from the short title, with a number behind it where another commitment of the place has it.</summary>
        public string? Slug { get; init; }

        public required CommitmentText Text { get; init; }

        /// <summary>The slug of an earlier commitment of the same place.</summary>
        public string? ContinuationOf { get; init; }

        public string? Source { get; init; }
        public bool IsDemonstration { get; init; }
        public IReadOnlyList<Actor> Actors { get; init; } = [];
        public IReadOnlyList<Value> Values { get; init; } = [];
        public IReadOnlyList<Link> Links { get; init; } = [];

        internal List<CommitmentActor> ActorParts() =>
            [.. Actors.Select(a => new CommitmentActor { Role = a.Role, Sector = a.Sector, Organization = a.Organization.Tidy() ?? "" })];

        internal List<CommitmentValue> ValueParts() => [.. Values.Select(v => new CommitmentValue { Value = v.Kind, Reason = v.Reason.Tidy() ?? "" })];

        internal List<CommitmentLink> LinkParts() =>
            [.. Links.Select(l => new CommitmentLink { Kind = l.Kind, Target = l.Target.Tidy() ?? "", Label = l.Label.Tidy() })];
    }

    public sealed record Actor(ActorRole Role, Sector Sector, string Organization);

    public sealed record Value(OpenGovernmentValue Kind, string Reason);

    public sealed record Link(LinkKind Kind, string Target, string? Label);

    public Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct) => db.ChangeDraftAsync(input.PlanId, plan => AddAsync(plan, input, ct), ct);

    private async Task<Refusal?> AddAsync(ActionPlan plan, Input input, CancellationToken ct)
    {
        var taken = await db.Commitments.Select(c => new { c.Id, c.PlanId, c.Number, c.Slug }).ToListAsync(ct);
        var slugs = taken.Select(c => c.Slug).ToHashSet();
        var text = input.Text.Tidy();
        var slug = input.Slug ?? Codes.FreeSlug(Codes.SlugOf(text.ShortTitle ?? text.Title), slugs);
        var continued = taken.SingleOrDefault(c => c.Slug == input.ContinuationOf);

        if (text.Check() is { } refusal)
        {
            return refusal;
        }

        if (taken.Any(c => c.Id == input.Id))
        {
            return CommitmentRefusals.AlreadyAdded;
        }

        if (!Codes.IsSlug(slug))
        {
            return CommitmentRefusals.SlugMalformed;
        }

        if (slugs.Contains(slug) || Codes.ReservedSlugs.Contains(slug))
        {
            return CommitmentRefusals.SlugTaken;
        }

        if (taken.Any(c => c.PlanId == plan.Id && c.Number == input.Number))
        {
            return CommitmentRefusals.NumberTaken;
        }

        if (continued is null && input.ContinuationOf is not null)
        {
            return CommitmentRefusals.ContinuationUnknown;
        }

        if (!await db.PlanAxes.AnyAsync(a => a.Id == input.AxisId && a.PlanId == plan.Id, ct))
        {
            return CommitmentRefusals.AxisOfAnotherPlan;
        }

        var number = input.Number ?? taken.Where(c => c.PlanId == plan.Id).Select(c => c.Number).Append(0).Max() + 1;
        return plan.Add(Make(input, text, slug, number, continued?.Id));
    }

    private static Commitment Make(Input input, CommitmentText text, string slug, int number, Guid? continuationOfId) => new()
    {
        Id = input.Id,
        AxisId = input.AxisId,
        Number = number,
        UniqueId = input.UniqueId.Tidy(),
        Slug = slug,
        Text = text,
        ContinuationOfId = continuationOfId,
        Source = input.Source,
        IsDemonstration = input.IsDemonstration,
        Actors = input.ActorParts(),
        Values = input.ValueParts(),
        Links = input.LinkParts(),
    };
}
