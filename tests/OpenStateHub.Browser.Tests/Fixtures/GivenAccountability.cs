using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Core.Tracking.Presentations;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>A past plan with a frozen cut-off and one to come, and public sessions before and after they were held: for those who look at the pages.</summary>
internal static class GivenAccountability
{
    private const string Plan = "2023";

    /// <summary>Routes of the office, and what to ask instead. Asked again it finds what it made.</summary>
    public static async Task<Dictionary<string, string[]>> SamplesAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        if (!await db.ActionPlans.AnyAsync(plan => plan.Slug == Plan))
        {
            await MakeAsync(scope);
        }

        var (frozen, coming) = (
            await db.Cutoffs.Where(c => c.FrozenAt != null).Select(c => c.Id).FirstAsync(),
            await db.Cutoffs.Where(c => c.FrozenAt == null).Select(c => c.Id).FirstAsync());
        var ids = await db.Presentations.OrderBy(p => p.StartsAt).Select(p => p.Id).ToListAsync();
        return new()
        {
            ["gestion/plan/{slug}/cortes"] = [$"gestion/plan/{Plan}/cortes"],
            ["gestion/cortes/mover"] = [$"gestion/cortes/mover?corte={coming}", $"gestion/cortes/mover?corte={frozen}"],
            ["gestion/cortes/cancelar"] = [$"gestion/cortes/cancelar?corte={coming}"],
            ["gestion/cortes/rectificar"] = [$"gestion/cortes/rectificar?corte={frozen}"],
            ["gestion/rendicion-de-cuentas/cambiar"] = [$"gestion/rendicion-de-cuentas/cambiar?sesion={ids[1]}"],
            ["gestion/rendicion-de-cuentas/resultado"] = [$"gestion/rendicion-de-cuentas/resultado?sesion={ids[0]}"],
            ["gestion/rendicion-de-cuentas/cancelar"] = [$"gestion/rendicion-de-cuentas/cancelar?sesion={ids[1]}"],
            ["gestion/obligaciones/cambiar"] = ["gestion/obligaciones/cambiar?codigo=ForumMeets", "gestion/obligaciones/cambiar?codigo=InceptionAssessed"],
            ["gestion/obligaciones/evaluacion"] = ["gestion/obligaciones/evaluacion?codigo=InceptionAssessed"],
        };
    }

    private static async Task MakeAsync(IServiceProvider scope)
    {
        var plan = new DraftPlan.Input
        {
            Slug = Plan, Title = "Plan 2023", StartsOn = new(2023, 1, 1), EndsOn = new(2023, 12, 31), IsTranscription = true, Source = "Prueba", IsDemonstration = true,
        };
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<PublishPlan>().ExecuteAsync(plan.Id, new(2023, 1, 10), default));
        var today = DateOnly.FromDateTime(scope.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

        foreach (var day in new[] { new DateOnly(2023, 7, 1), today.AddDays(60) })
        {
            var cutoff = new SetCutoff.Input { PlanId = plan.Id, On = day };
            Assert.Null(await scope.GetRequiredService<SetCutoff>().ExecuteAsync(cutoff, default));

            if (day < today)
            {
                // Refused where the site's own clock was first.
                await scope.GetRequiredService<FreezeCutoff>().ExecuteAsync(cutoff.Id, default);
            }
        }

        foreach (var day in new[] { today.AddDays(-10), today.AddDays(10) })
        {
            Assert.Null(await scope.GetRequiredService<AnnouncePresentation>().ExecuteAsync(
                Guid.CreateVersion7(), new() { Title = "Informe público", Day = day, From = new(17, 0), Place = "Plaza de Armas" }, default));
        }
    }
}
