using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat.Sessions;

namespace OpenStateHub.Core.Tracking.Presentations;

public static class PresentationSubjects
{
    public const string PresentationKind = "presentation";

    public static Subject Presentation(Guid id) => new(PresentationKind, id);
}

/// <summary>What happens to a public accountability session, as the ledger says it.</summary>
public static class PresentationActs
{
    public const string Announced = "presentation.announced";
    public const string Changed = "presentation.changed";
    public const string Held = "presentation.held";
    public const string Cancelled = "presentation.cancelled";
}

internal sealed class PresentationMapping : IEntityTypeConfiguration<Presentation>
{
    public void Configure(EntityTypeBuilder<Presentation> builder)
    {
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(p => p.PlanId);
    }
}

internal sealed class PresentationContents(HubDbContext db) : ISubjectContents
{
    public string Kind => PresentationSubjects.PresentationKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var found = await db.Presentations.AsNoTracking().Where(p => ids == null || ids.Contains(p.Id)).ToListAsync(ct);
        return found.ConvertAll(presentation => new SubjectContent(
            PresentationSubjects.Presentation(presentation.Id), presentation.Title, text => Write(text, presentation)) { IsDemonstration = presentation.IsDemonstration });
    }

    private static void Write(CanonicalText text, Presentation presentation) => text
        .Field("plan", presentation.PlanId?.ToString())
        .Words("title", presentation.Title)
        .Words("about", presentation.About)
        .Field("starts at", SessionContents.Instant(presentation.StartsAt))
        .Field("ends at", SessionContents.Instant(presentation.EndsAt))
        .Words("place", presentation.Place)
        .Words("link", presentation.Link)
        .Field("status", presentation.Status)
        .Field("announced on", presentation.AnnouncedOn)
        .Words("summary", presentation.Summary)
        .Field("attendees", presentation.Attendees)
        .Words("minutes link", presentation.MinutesLink)
        .Words("cancellation reason", presentation.CancellationReason)
        .Field("demonstration", presentation.IsDemonstration);
}
