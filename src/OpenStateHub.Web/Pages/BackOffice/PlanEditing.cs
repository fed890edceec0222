using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What the pages of the plan editor have in common.</summary>
internal static class PlanEditing
{
    /// <summary>A refusal's field of an activity, and the input that stands for it.</summary>
    public static readonly Dictionary<string, string> ActivityFields = new()
    {
        ["description"] = nameof(ActivityModel.Description),
        ["deliverable"] = nameof(ActivityModel.Deliverable),
        ["startsOn"] = nameof(ActivityModel.StartsOn),
        ["dueOn"] = nameof(ActivityModel.DueOn),
        ["governmentOwner"] = nameof(ActivityModel.GovernmentOwner),
        ["civilSocietyOwner"] = nameof(ActivityModel.CivilSocietyOwner),
        ["meansOfVerification"] = nameof(ActivityModel.Means),
        ["weight"] = nameof(ActivityModel.Weight),
        ["actionId"] = nameof(ActivitiesModel.ActionId),
    };

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
