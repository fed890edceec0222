using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans;

public sealed class DraftPlan(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        /// <summary>Null: made from the title.</summary>
        public string? Slug { get; init; }

        public required string Title { get; init; }
        public string? Summary { get; init; }
        public string? Note { get; init; }

        /// <summary>Null only in a transcription.</summary>
        public DateOnly? StartsOn { get; init; }

        /// <summary>The last day. Null only in a transcription.</summary>
        public DateOnly? EndsOn { get; init; }

        /// <summary>A plan whose period is over, copied as its source has it; see <see cref="ActionPlan.IsTranscription"/>.</summary>
        public bool IsTranscription { get; init; }

        public string? Source { get; init; }
        public bool IsDemonstration { get; init; }

        /// <summary>The slug of the plan whose axes, commitments and activities it begins with (<see cref="PlanCopy"/>); null: from nothing.</summary>
        public string? From { get; init; }

        /// <summary>The titles of its first axes.</summary>
        public IReadOnlyList<string> Axes { get; init; } = [];

        /// <summary>Each copied commitment continues the one that it was copied from.</summary>
        public bool Continues { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var slug = input.Slug ?? Codes.SlugOf(input.Title);

        if (Codes.ReservedSlugs.Contains(slug))
        {
            return PlanRefusals.SlugReserved;
        }

        if (!Codes.IsSlug(slug))
        {
            return PlanRefusals.SlugMalformed;
        }

        if (await db.ActionPlans.AnyAsync(p => p.Slug == slug, ct))
        {
            return await TakenAsync(input.Id, slug, ct);
        }

        var plan = new ActionPlan
        {
            Id = input.Id,
            Slug = slug,
            Title = input.Title.Tidy() ?? "",
            Summary = input.Summary.Tidy(),
            Note = input.Note,
            StartsOn = input.StartsOn,
            EndsOn = input.EndsOn,
            IsTranscription = input.IsTranscription,
            Source = input.Source,
            IsDemonstration = input.IsDemonstration,
        };

        if (plan.Check(tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        if (input.From is { } from && await CopyAsync(plan, from, input.Continues, ct) is { } wrong)
        {
            return wrong;
        }

        if (input.Axes.Select(title => plan.Add(new PlanAxis { Title = title.Tidy() ?? "" })).FirstOrDefault(r => r is not null) is { } wrongAxis)
        {
            return wrongAxis with { Field = "axes" };
        }

        db.ActionPlans.Add(plan);

        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException e) when (db.Database.CurrentTransaction is null && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return await TakenAsync(input.Id, slug, ct);
        }
    }

    /// <returns>Null where it is this very plan: the same form again, by an impatient finger, drafts nothing more.</returns>
    private async Task<Refusal?> TakenAsync(Guid id, string slug, CancellationToken ct) =>
        await db.ActionPlans.AnyAsync(p => p.Slug == slug && p.Id == id, ct) ? null : PlanRefusals.SlugTaken;

    private async Task<Refusal?> CopyAsync(ActionPlan plan, string from, bool continues, CancellationToken ct)
    {
        var last = await db.ActionPlans
            .AsNoTrackingWithIdentityResolution()
            .Include(p => p.Axes)
            .Include(p => p.Commitments).ThenInclude(c => c.Actors)
            .Include(p => p.Commitments).ThenInclude(c => c.Values)
            .Include(p => p.Commitments).ThenInclude(c => c.Links)
            .Include(p => p.Commitments).ThenInclude(c => c.Actions)
            .Include(p => p.Commitments).ThenInclude(c => c.Activities)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Slug == from, ct);
        var taken = await db.Commitments.Select(c => c.Slug).ToListAsync(ct);
        return last is null ? PlanRefusals.NothingToCopy : PlanCopy.Into(plan, last, continues, [.. taken]);
    }
}
