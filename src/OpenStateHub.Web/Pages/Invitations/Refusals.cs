using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Invitations;

/// <summary>Why a place cannot be invited: by the rules of places, or by those of accounts.</summary>
public sealed class Refusals(IStringLocalizer<RefusalWords> reasons, IStringLocalizer<AccountWords> accounts)
{
    public string Of(Refusal refusal) => reasons[$"Refusal_{refusal.Code}"] is { ResourceNotFound: false } said ? said : accounts[$"Refusal_{refusal.Code}"];

    public void Add(ModelStateDictionary state, Refusal refusal) =>
        state.AddModelError(refusal.Field is { Length: > 0 } field ? char.ToUpperInvariant(field[0]) + field[1..] : "", Of(refusal));
}
