using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Presentations;

/// <summary>An announcement as somebody writes it, by the clocks of the place.</summary>
public sealed record PresentationInput
{
    /// <summary>The slug of a public plan; null: not about one plan alone.</summary>
    public string? Plan { get; init; }

    public required string? Title { get; init; }
    public string? About { get; init; }
    public required DateOnly? Day { get; init; }
    public required TimeOnly? From { get; init; }

    /// <summary>Null where nobody knows when it ends.</summary>
    public TimeOnly? Until { get; init; }

    public string? Place { get; init; }
    public string? Link { get; init; }
}

/// <summary>Reads an announcement into what a presentation keeps.</summary>
public sealed class ReadPresentationText(HubDbContext db, TenantContext tenant)
{
    public async Task<(PresentationText? Text, Refusal? Refusal)> ExecuteAsync(PresentationInput input, CancellationToken ct)
    {
        if (input is not { Day: { } day, From: { } from })
        {
            return (null, PresentationRefusals.WithoutDay);
        }

        var slug = input.Plan.Tidy();
        var plan = slug is null
            ? null
            : await db.ActionPlans.Where(p => p.Slug == slug && p.PublishedOn != null).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct);

        if (slug is not null && plan is null)
        {
            return (null, PresentationRefusals.PlanUnknown);
        }

        var place = tenant.Current;
        return (new PresentationText(
            plan, input.Title.Tidy() ?? "", input.About.Tidy(), place.InstantOf(day, from), input.Until is { } until ? place.InstantOf(day, until) : null,
            input.Place.Tidy(), input.Link.Tidy()), null);
    }
}
