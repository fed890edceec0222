using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>The side of an answer that is in the state that proposed.</summary>
public sealed class LearnAnswer(HubDbContext db)
{
    public async Task<int> ExecuteAsync(PlaceProposal answered, CancellationToken ct)
    {
        var own = await db.ProposedPlaces.SingleAsync(proposed => proposed.Id == answered.Id, ct);
        own.Learn(answered.Outcome!.Value, answered.Reason, answered.DecidedAt!.Value);
        return await db.SaveChangesAsync(ct);
    }
}
