using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>Once its first administrator came, the country sees at once that the place is on the way.</summary>
internal sealed class AdministratorTaken(RefreshPublishedRows published) : IRoleTaken
{
    public Task TakenAsync(Invitation invitation, Guid personId, CancellationToken ct) =>
        invitation.Role is Role.Administrator ? published.ExecuteAsync(ct) : Task.CompletedTask;
}
