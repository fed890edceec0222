using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>Whom another place asked, and who has not answered.</summary>
public sealed class NetworkMatters(ListConversations list, CurrentPerson me, TenantContext tenant, IStringLocalizer<NetworkWords> words) : IMatters
{
    private const int Most = 20;

    public async Task<IReadOnlyList<Waiting>> ListAsync(CancellationToken ct)
    {
        var national = tenant.Current.IsNational;

        if (!await me.MayAsync(national ? Right.Assist : Right.JoinNetwork, ct))
        {
            return [];
        }

        var kind = national ? ConversationKind.Assistance : ConversationKind.Question;
        var open = await list.ExecuteAsync(kind, ConversationState.Open, 0, Most, ct);
        return
        [
            .. from row in open
               where !row.Conversation.BegunHere && (row.Conversation.OwnerId is null || row.Conversation.OwnerId == me.Id)
               select new Waiting(
                   "going", "hourglass-split", words["Matter_Asks", row.Conversation.OtherName, row.Conversation.Subject],
                   words["Matter_Since", Dates.Words(DateOnly.FromDateTime(tenant.Current.LocalTime(row.Conversation.ChangedAt)))],
                   $"{ConversationPage.AddressOf(kind)}/{row.Conversation.Id}"),
        ];
    }
}
