using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>A request for assistance, as the national body sees it: it has an owner there.</summary>
[NationalOnly]
[Requires(Right.Assist)]
public sealed class HelpGivenModel(
    ListConversations list, SendMessage send, GiveConversation give, ListHelpers helpers, NetworkLetters letters, CurrentPerson me, TenantContext tenant,
    IStringLocalizer<RefusalWords> reasons) : ConversationPage(ConversationKind.Assistance, list, send, letters, me, tenant, reasons)
{
    [BindProperty(Name = "Owner")]
    public Guid? OwnerId { get; set; }

    public IReadOnlyList<ListHelpers.Row> Helpers { get; private set; } = [];

    public async Task<IActionResult> OnPostOwnerAsync(CancellationToken ct) => await AnswerAsync(await give.ExecuteAsync(Id, OwnerId, ct), "encargado", ct);

    protected override async Task ShowAsync(CancellationToken ct) => Helpers = await helpers.ExecuteAsync(ct);
}
