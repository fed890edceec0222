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
        public required int Number { get; init; }
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
    }

    public sealed record Actor(ActorRole Role, Sector Sector, string Organization);

    public sealed record Value(OpenGovernmentValue Kind, string Reason);

    public sealed record Link(LinkKind Kind, string Target, string? Label);

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var plan = await db.ActionPlans.SingleAsync(p => p.Id == input.PlanId, ct);
        var taken = await db.Commitments.Select(c => new { c.Id, c.PlanId, c.Number, c.Slug }).ToListAsync(ct);
        var slugs = taken.Select(c => c.Slug).ToHashSet();
        var slug = input.Slug ?? FreeSlug(input.Text.ShortTitle ?? input.Text.Title, slugs);
        var continued = taken.SingleOrDefault(c => c.Slug == input.ContinuationOf);

        if (!Codes.IsSlug(slug))
        {
            return CommitmentRefusals.SlugMalformed;
        }

        if (slugs.Contains(slug))
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

        var commitment = Make(input, slug, continued?.Id);

        if (plan.Add(commitment) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }

    private static Commitment Make(Input input, string slug, Guid? continuationOfId) => new()
    {
        Id = input.Id,
        AxisId = input.AxisId,
        Number = input.Number,
        UniqueId = input.UniqueId,
        Slug = slug,
        Text = input.Text with { Title = input.Text.Title.Trim() },
        ContinuationOfId = continuationOfId,
        Source = input.Source,
        IsDemonstration = input.IsDemonstration,
        Actors = input.Actors
            .Select(a => new CommitmentActor { Role = a.Role, Sector = a.Sector, Organization = a.Organization.Trim() })
            .ToList(),
        Values = input.Values.Select(v => new CommitmentValue { Value = v.Kind, Reason = v.Reason.Trim() }).ToList(),
        Links = input.Links.Select(l => new CommitmentLink { Kind = l.Kind, Target = l.Target.Trim(), Label = l.Label }).ToList(),
    };

    private static string FreeSlug(string title, HashSet<string> taken)
    {
        var slug = Codes.SlugOf(title);
        var free = slug;

        for (var number = 2; taken.Contains(free); number++)
        {
            var ending = $"-{number}";
            free = slug[..Math.Min(slug.Length, Codes.LongestSlug - ending.Length)].TrimEnd('-') + ending;
        }

        return free;
    }
}
