using Microsoft.EntityFrameworkCore;
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
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var slug = input.Slug ?? Codes.SlugOf(input.Title);

        if (!Codes.IsSlug(slug))
        {
            return PlanRefusals.SlugMalformed;
        }

        if (await db.ActionPlans.AnyAsync(p => p.Slug == slug, ct))
        {
            return PlanRefusals.SlugTaken;
        }

        var plan = new ActionPlan
        {
            Id = input.Id,
            Slug = slug,
            Title = input.Title.Trim(),
            Summary = input.Summary,
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

        db.ActionPlans.Add(plan);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
