using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Cli.Seeding;

/// <summary>One more report in a place with load data, to measure how soon its pages show it.</summary>
internal static class LoadReport
{
    /// <returns>The instant after the report was saved.</returns>
    public static async Task<DateTimeOffset> RunAsync(IServiceProvider national, string slug, CancellationToken ct)
    {
        var place = await national.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, ct)
            ?? throw new RefusedException(Sentences.Of(TenantRefusals.Unknown));

        return await national.GetRequiredService<TenantScopes>().RunAsync(place, async scope =>
        {
            var activity = await scope.GetRequiredService<HubDbContext>().Activities.AsNoTracking()
                .Where(a => a.Commitment!.Plan!.Slug == LoadStory.PlanSlug && a.Status == ActivityStatus.InProgress)
                .OrderByDescending(a => a.Id)
                .Select(a => new { a.Id, a.Percent, Office = a.GovernmentOwner! })
                .FirstOrDefaultAsync(ct)
                ?? throw new RefusedException($"{slug} has no load data with an activity in progress: run 'hub seed load' first.");

            var refusal = await scope.GetRequiredService<ReportProgress>().ExecuteAsync(
                new ReportProgress.Input
                {
                    ActivityId = activity.Id,
                    Status = ActivityStatus.InProgress,
                    Percent = (activity.Percent + 1) % 100,
                    Summary = "Informe de medición. (Dato de demostración.)",
                    StepBackReason = "El conteo vuelve a empezar.",
                    Obstacle = new Obstacle(ObstacleCause.Other, "Medición. (Dato de demostración.)", "Ninguna. (Dato de demostración.)"),
                    Sector = Sector.Government,
                    Office = activity.Office,
                },
                ct);
            return refusal is null
                ? scope.GetRequiredService<TimeProvider>().GetUtcNow()
                : throw new RefusedException($"The report was refused: {refusal.Code}");
        });
    }
}
