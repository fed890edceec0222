using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>By which rules what people say is hidden; there are no others.</summary>
[CachedPage]
public sealed class RulesModel : PageModel;
