using Microsoft.AspNetCore.Mvc;
using OpenStateHub.Core.Accounts;

namespace OpenStateHub.Web.Pages.Accounts.Door;

/// <summary>Where somebody who came in goes.</summary>
internal static class WayIn
{
    /// <param name="back">Where they wanted to go; only an address of this very site is believed.</param>
    public static async Task<string> OfAsync(IUrlHelper url, string? back, ListGrants grants, Guid personId, CancellationToken ct)
    {
        if (url.IsLocalUrl(back))
        {
            return back!;
        }

        return (await grants.ExecuteAsync(personId, ct)).Any(grant => grant.Role.May(Right.EnterBackOffice)) ? "/gestion" : "/cuenta";
    }
}
