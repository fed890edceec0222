using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Privacy;

/// <summary>Which data are asked for, what for, and until when they are kept.</summary>
[CachedPage]
public sealed class NoticeModel : PageModel;
