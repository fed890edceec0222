using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What the pages of the plan editor have in common.</summary>
internal static class PlanEditing
{
    /// <summary>The refusal of a command, which may be that somebody else was first.</summary>
    public static async Task<Refusal?> TryAsync(Func<Task<Refusal?>> command)
    {
        try
        {
            return await command();
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlanRefusals.ChangedMeanwhile;
        }
    }

    public static async Task<Remover> RemoverAsync(this CurrentPerson me, CancellationToken ct) => new(me.Id, (await me.ActorAsync(ct)).Office);

    public static string Address(this FindCommitmentParts.Result commitment, string page = "actividades") =>
        $"/gestion/plan/{commitment.PlanSlug}/compromisos/{commitment.Slug}/{page}";
}
