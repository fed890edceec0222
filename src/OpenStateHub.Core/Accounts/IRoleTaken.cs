namespace OpenStateHub.Core.Accounts;

/// <summary>Told, in the same transaction, that somebody took the role of an invitation: for features that remember whom they invited.</summary>
public interface IRoleTaken
{
    Task TakenAsync(Invitation invitation, Guid personId, CancellationToken ct);
}
