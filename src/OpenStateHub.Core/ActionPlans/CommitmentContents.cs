using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>A commitment of a published plan: its text, and its withdrawal where it was withdrawn.</summary>
internal sealed class CommitmentContents(HubDbContext db) : ISubjectContents
{
    public string Kind => PlanSubjects.CommitmentKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var commitments = await db.Commitments
            .AsNoTracking()
            .Include(c => c.Plan)
            .Include(c => c.Axis)
            .Include(c => c.Actors)
            .Include(c => c.Values)
            .Include(c => c.Links)
            .Include(c => c.Actions)
            .AsSplitQuery()
            .Where(c => c.Plan!.PublishedOn != null && (keys == null || keys.Contains(c.Slug)))
            .ToListAsync(ct);
        var continued = commitments.Select(c => c.ContinuationOfId).OfType<Guid>().ToList();
        var slugs = await db.Commitments.Where(c => continued.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
        return commitments.ConvertAll(c => new SubjectContent(
            PlanSubjects.Commitment(c.Slug),
            c.Text.ShortTitle ?? c.Text.Title,
            text => Write(text, c, c.ContinuationOfId is { } earlier ? slugs[earlier] : null)) { IsDemonstration = c.IsDemonstration || c.Plan!.IsDemonstration });
    }

    private static void Write(CanonicalText text, Commitment commitment, string? continuationOf)
    {
        PlanText.Write(text, commitment, continuationOf)
            .Field("withdrawn on", commitment.WithdrawnOn)
            .Field("withdrawn by", commitment.WithdrawnBy?.Value)
            .Words("withdrawal reasons", commitment.WithdrawalReasons)
            .Field("left out", commitment.IsLeftOut);

        // Only where there is one: what was hashed before secretariats verified keeps its hash.
        if (commitment.VerifiedOn is { } on)
        {
            text.Field("verified on", on).Field("verified by", commitment.VerifiedBy?.Value);
        }
    }
}
