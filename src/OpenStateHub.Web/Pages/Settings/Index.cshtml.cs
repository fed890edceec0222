using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>What a place may say of itself, each on a page of its own.</summary>
[Requires(Right.ManageSettings)]
public sealed class IndexModel : PageModel;
