using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Door;

[EnableRateLimiting(SignInLimit.Name)]
public sealed class SignInModel(
    SignInManager<Person> door, UserManager<Person> people, Entering entering, Passkeys passkeys, ListGrants grants, CurrentPerson me, IStringLocalizer<AccountWords> words) : PageModel
{
    private static readonly string[] KnownDone = ["restablecida", "aceptada", "salida", "baja"];

    public Passkeys.Question Asked { get; private set; } = null!;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person wanted to go; only an address of this very site.</summary>
    [BindProperty(Name = SignInSetup.ReturnName, SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>What was just done elsewhere and led here.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Done = KnownDone.Contains(Done) ? Done : null;
        return me.IdOrNull is { } id ? await GoOnAsync(id, ct) : await ShowAsync();
    }

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm(Name = "llave")] string? answer, [FromForm(Name = "estado")] string? state, CancellationToken ct)
    {
        if (await passkeys.CameAsync(answer, state) is not { } person)
        {
            ModelState.Clear();
            ModelState.AddModelError("", words["Refusal_account.passkey-refused"]);
            return await ShowAsync();
        }

        // The device asked for the finger or the code of its owner: that is two factors.
        await entering.EnterAsync(person, secondFactor: true, ct);
        return await GoOnAsync(person.Id, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), words["Missing_Email"]);
        }

        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), words["Missing_Password"]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        if (await people.FindByEmailAsync(Email!.Trim()) is not { } person)
        {
            // The same work and the same words as for a wrong password: nobody learns who has an account.
            people.PasswordHasher.HashPassword(new Person { Name = "" }, Password!);
            return await RefuseAsync();
        }

        if (!(await door.CheckPasswordSignInAsync(person, Password!, lockoutOnFailure: true)).Succeeded)
        {
            return await RefuseAsync();
        }

        return await entering.EnterAsync(person, secondFactor: false, ct)
            ? await GoOnAsync(person.Id, ct)
            : LocalRedirect(Languages.Keep("/cuenta/entrar/segundo-paso" + (Url.IsLocalUrl(Back) ? QueryString.Create(SignInSetup.ReturnName, Back) : default)));
    }

    private Task<IActionResult> RefuseAsync()
    {
        ModelState.AddModelError("", words["SignIn_Refused"]);
        return ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        Asked = await passkeys.ToComeInAsync();
        return Page();
    }

    private async Task<IActionResult> GoOnAsync(Guid personId, CancellationToken ct) => LocalRedirect(Languages.Keep(await WayIn.OfAsync(Url, Back, grants, personId, ct)));
}
