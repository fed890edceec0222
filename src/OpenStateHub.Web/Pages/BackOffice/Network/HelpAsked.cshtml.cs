using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>A request for assistance, as the place that asked sees it.</summary>
[LocalOnly]
[Requires(Right.JoinNetwork)]
public sealed class HelpAskedModel(
    ListConversations list, SendMessage send, NetworkLetters letters, CurrentPerson me, TenantContext tenant, IStringLocalizer<RefusalWords> reasons)
    : ConversationPage(ConversationKind.Assistance, list, send, letters, me, tenant, reasons);
