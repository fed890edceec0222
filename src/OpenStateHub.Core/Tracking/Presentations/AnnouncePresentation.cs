using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Presentations;

/// <summary>Announces a public accountability session; one that was held already is announced late, and its page says so.</summary>
public sealed class AnnouncePresentation(HubDbContext db, TenantContext tenant, ReadPresentationText read, PublicChange change, TimeProvider clock)
{
    /// <param name="id">Made by the caller, so that it can name the new row afterwards.</param>
    public async Task<Refusal?> ExecuteAsync(Guid id, PresentationInput input, CancellationToken ct, bool isDemonstration = false)
    {
        var (text, refusal) = await read.ExecuteAsync(input, ct);
        var presentation = new Presentation { Id = id, AnnouncedOn = tenant.Current.Today(clock), IsDemonstration = isDemonstration };

        if ((refusal ?? presentation.Announce(text!)) is { } no)
        {
            return no;
        }

        db.Presentations.Add(presentation);
        await change.ExecuteAsync(
            new PublicAct(PresentationActs.Announced, PresentationSubjects.Presentation(id), presentation.AnnouncedOn) { ChangesFigures = false }, ct);
        return null;
    }
}
