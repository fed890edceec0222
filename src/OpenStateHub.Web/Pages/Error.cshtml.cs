using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages;

[Hostless]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public void OnGet(int status) => Status = status;

    public void OnPost(int status) => Status = status;
}
