using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Life;

/// <summary>The life of one place as an operator looks after it.</summary>
[NationalOnly]
[Requires(Right.SuspendPlaces)]
public sealed class IndexModel(FindPlaceLife find, FindDeletion deletions, CurrentPerson me, TenantContext tenant, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>What the form that led here did.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public FindPlaceLife.Result Found { get; private set; } = null!;

    public Tenant Place => Found.Place;

    /// <summary>Null: nobody asked that it be erased.</summary>
    public FindDeletion.Row? Deletion { get; private set; }

    /// <summary>The time to think is over.</summary>
    public bool IsDue => Deletion is { } asked && asked.Request.DueAt <= clock.GetUtcNow();

    /// <summary>Two operators must be two people.</summary>
    public bool IsMine => Deletion?.Request.RequestedBy == me.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await find.ExecuteAsync(Slug, ct) is not { } found || found.Place.IsNational)
        {
            return NotFound();
        }

        (Found, Deletion) = (found, await deletions.ExecuteAsync(found.Place.Id, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct) =>
        await find.ExecuteAsync(Slug, ct) is { } found && await deletions.WithdrawAsync(found.Place.Id, ct)
            ? LocalRedirect(Languages.Keep($"{LifePath.Of(Slug)}?hecho=conservado"))
            : NotFound();

    /// <summary>The day by the calendar of the nation.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(tenant.Current.LocalTime(at));
}
