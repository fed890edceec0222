using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>What this place and another write to each other.</summary>
[LocalOnly]
[Requires(Right.JoinNetwork)]
public sealed class QuestionModel(
    ListConversations list, SendMessage send, NetworkLetters letters, CurrentPerson me, TenantContext tenant, IStringLocalizer<RefusalWords> reasons)
    : ConversationPage(ConversationKind.Question, list, send, letters, me, tenant, reasons);
