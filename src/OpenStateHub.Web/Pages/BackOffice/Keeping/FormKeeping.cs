using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Keeping;

/// <summary>
/// Keeps a form's typing for its writer alone. A page asks <see cref="OpenAsync"/> when it shows the form, <see cref="Sent"/> when the form comes
/// back, and <see cref="ForgetAsync"/> once it is saved; <c>&lt;form kept="…"&gt;</c> and the partial <c>_Kept</c> do the rest.
/// </summary>
public sealed class FormKeeping(FindFormDraft find, DiscardFormDraft discard, CurrentPerson me, IHttpContextAccessor accessor)
{
    public const string FormName = "_form";
    public const string SubjectName = "_subject";
    public const string RevisionName = "_revision";
    public const string BackName = "_back";
    public const string SavedName = "guardado";

    /// <param name="revision">What the page shows now; where something was typed before, its own revision counts.</param>
    public async Task<KeptForm> OpenAsync(string form, string subject, string revision, CancellationToken ct)
    {
        var kept = new KeptForm(me.Id, form, subject, revision);
        return await find.ExecuteAsync(me.Id, form, subject, ct) is { } found
            ? kept with { Revision = found.BaseRevision, SavedAt = found.SavedAt, Typed = ValuesOf(found.Fields) }
            : kept;
    }

    /// <summary>The form as it was sent, with the revision that its writer had seen.</summary>
    public KeptForm Sent(string form, string subject) =>
        new(me.Id, form, subject, accessor.HttpContext!.Request.Form[RevisionName].ToString()) { IsSent = true };

    public Task ForgetAsync(KeptForm kept, CancellationToken ct) => discard.ExecuteAsync(kept.Person, kept.Form, kept.Subject, ct);

    private static FormValueProvider ValuesOf(IReadOnlyDictionary<string, string[]> fields) =>
        new(BindingSource.Form, new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value))), CultureInfo.InvariantCulture);
}
