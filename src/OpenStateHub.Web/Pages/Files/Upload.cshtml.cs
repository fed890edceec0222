using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Files;

/// <summary>Receives files, and says of each what became of it: as a page, or to the script that sent it.</summary>
/// <remarks>The framework's check of the form's token would take in the whole body; <see cref="FileUpload"/> does it before the first file.</remarks>
[Requires(Right.KeepFiles)]
[IgnoreAntiforgeryToken]
[StreamedBody]
public sealed class UploadModel(FileUpload upload, TenantContext tenant, IStringLocalizer<FileWords> words) : PageModel
{
    public IReadOnlyList<FileUpload.Outcome> Outcomes { get; private set; } = [];

    public long MostFileBytes => tenant.Current.MostFileBytes;

    public void OnGet()
    {
        // The page asks for files; nothing is read before they come.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var received = await upload.ReceiveAsync(HttpContext);

        if (received.Files.Count == 0)
        {
            return StatusCode(received.Status);
        }

        Outcomes = received.Files;

        if (Request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType == "application/json")
        {
            return new JsonResult(Outcomes.Select(file => new { file.Name, file.Sha256, Said = Say(file) })) { StatusCode = received.Status };
        }

        if (received.Status == StatusCodes.Status200OK)
        {
            return LocalRedirect(Languages.Keep("/gestion/archivos?hecho=subidos"));
        }

        Response.StatusCode = received.Status;
        return Page();
    }

    public string Say(FileUpload.Outcome file) => file switch
    {
        { Refusal: { } refusal } => words[$"Refusal_{refusal.Code}", Numbers.Size(tenant.Current.MostFileBytes), Numbers.Size(tenant.Current.MostBytes), FileUpload.MostAtOnce],
        { WasHere: true } => words["Upload_WasHere"],
        _ => words["Upload_Kept"],
    };
}
