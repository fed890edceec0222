using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>The place's own row, and one a commitment of its published plans, for lists, maps and searches across the country.</summary>
public sealed class PublishPlace(HubDbContext db, TenantContext tenant, TimeProvider clock) : IPublishedRows
{
    public async Task RefreshAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var plans = await db.ActionPlans
            .Where(p => p.PublishedOn != null)
            .OrderBy(p => p.PublishedOn).ThenBy(p => p.Slug)
            .Select(p => new PlanRow(p.Id, p.Slug, p.Title, p.StartsOn, p.EndsOn, p.PublishedOn!.Value, p.ImplementationOn, p.EvaluatedOn, p.IsDemonstration))
            .ToListAsync(ct);
        var commitments = await CommitmentsAsync(today, ct);
        await WritePlaceAsync(plans, [.. commitments.Where(c => plans.Count > 0 && c.PlanId == plans[^1].Id)], ct);
        await WriteCommitmentsAsync(plans.ToDictionary(p => p.Id), commitments, ct);
    }

    private async Task<List<CommitmentRow>> CommitmentsAsync(DateOnly today, CancellationToken ct)
    {
        var activities = (await db.Activities
                .Where(a => a.Commitment!.Plan!.PublishedOn != null)
                .Select(a => new { a.CommitmentId, a.ActionId, ActionWeight = a.Action == null ? 0 : a.Action.Weight, a.Weight, a.Status, a.Percent, a.DueOn, a.DoneOn })
                .ToListAsync(ct))
            .ToLookup(
                a => a.CommitmentId,
                a => new PlacedActivity(a.ActionId, a.ActionWeight, new ActivityState(a.Weight, a.Status, a.Percent, a.DueOn, a.DoneOn)));
        var commitments = await db.Commitments
            .Where(c => c.Plan!.PublishedOn != null)
            .Select(c => new
            {
                c.Id,
                c.PlanId,
                c.Slug,
                c.Number,
                c.Text.Title,
                Axis = c.Axis!.Title,
                c.Text.IsProactive,
                c.IsLeftOut,
                IsWithdrawn = c.WithdrawnOn != null,
                IsDecided = c.VerifiedOn != null,
                c.Text.StartsOn,
                c.Text.EndsOn,
                IsOver = c.Plan!.ClosedOn != null || c.WithdrawnOn != null,
                c.IsDemonstration,
                Lead = c.Actors.Where(a => a.Role == ActorRole.Lead).Select(a => a.Organization).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return commitments.ConvertAll(c =>
        {
            PlacedActivity[] own = [.. activities[c.Id]];
            var status = Progress.StatusOf([.. own.Select(a => a.State.Status)], c.IsWithdrawn, c.IsDecided);
            return new CommitmentRow(
                c.Id, c.PlanId, c.Slug, c.Number, c.Title, c.Axis, c.Lead, c.IsDemonstration, c.StartsOn, c.EndsOn,
                new CommitmentProgress(Progress.OfCommitment(own), c.IsProactive, c.IsLeftOut),
                status,
                c.IsOver ? 0 : own.Count(a => a.State.IsLate(today)),
                status is ActivityStatus.Verified && own.Any(a => a.State.WasLate));
        });
    }

    private async Task WritePlaceAsync(List<PlanRow> plans, List<CommitmentRow> latest, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var steps = await db.InstallationSteps.ToListAsync(ct);
        var seats = await db.Seats.Where(s => (s.FromOn == null || s.FromOn <= today) && (s.UntilOn == null || today <= s.UntilOn)).ToListAsync(ct);
        var lastReport = await db.ProgressReports.MaxAsync(r => (DateOnly?)r.ReportedOn, ct);
        var declared = First(steps, InstallationStepKind.JointDeclaration);
        var installed = First(steps, InstallationStepKind.Installation);
        var onboarding = await db.RoleGrants.Where(g => g.Role == Role.Administrator).MinAsync(g => (DateOnly?)g.FromOn, ct);
        var coCreating = await db.ActionPlans.MinAsync(p => p.ConsultationOn, ct);
        var progress = Progress.OfCommitments(latest.Select(c => c.Progress));
        var plan = plans.LastOrDefault();
        DateOnly?[] acts = [lastReport, plan?.PublishedOn, plan?.ImplementationOn, .. steps.Select(s => s.OccurredOn ?? s.KnownBy)];

        await db.Database.ExecuteSqlAsync(
            $"""
             insert into published_tenants as before (
                 declared_on, declared_is_bound, installed_on, installed_is_bound, plan_published_on, implementing_on, evaluated_on, last_act_on,
                 plans, plan_slug, plan_title, plan_starts_on, plan_ends_on, reported, verified, counted, commitments, late_activities,
                 government_seats, civil_society_seats, guarantor_seats, demonstration, progress_is_invented, onboarding_on, co_creating_on)
             values (
                 {Day(declared)}, {declared is { OccurredOn: null }}, {Day(installed)}, {installed is { OccurredOn: null }},
                 {plans.Min(p => (DateOnly?)p.PublishedOn)}, {plans.Min(p => p.ImplementationOn)}, {plans.Min(p => p.EvaluatedOn)}, {acts.Max()},
                 {plans.Count}, {plan?.Slug}, {plan?.Title}, {plan?.StartsOn}, {plan?.EndsOn}, {progress.Reported}, {progress.Verified},
                 {progress.Counted}, {progress.Total}, {latest.Sum(c => c.Late)},
                 {seats.Count(s => s.Sector == Sector.Government)}, {seats.Count(s => s.Sector == Sector.CivilSociety)},
                 {seats.Count(s => s.Sector == Sector.Guarantor)}, {plan?.IsDemonstration ?? false},
                 {plan?.IsDemonstration == true || latest.Exists(c => c.IsDemonstration)}, {onboarding}, {coCreating})
             on conflict (tenant_id) do update set
                 declared_on = excluded.declared_on, declared_is_bound = excluded.declared_is_bound,
                 installed_on = excluded.installed_on, installed_is_bound = excluded.installed_is_bound,
                 plan_published_on = excluded.plan_published_on, implementing_on = excluded.implementing_on, evaluated_on = excluded.evaluated_on,
                 last_act_on = excluded.last_act_on, plans = excluded.plans, plan_slug = excluded.plan_slug, plan_title = excluded.plan_title,
                 plan_starts_on = excluded.plan_starts_on, plan_ends_on = excluded.plan_ends_on, reported = excluded.reported,
                 verified = excluded.verified, counted = excluded.counted, commitments = excluded.commitments,
                 late_activities = excluded.late_activities, government_seats = excluded.government_seats,
                 civil_society_seats = excluded.civil_society_seats, guarantor_seats = excluded.guarantor_seats, demonstration = excluded.demonstration,
                 progress_is_invented = excluded.progress_is_invented, onboarding_on = excluded.onboarding_on, co_creating_on = excluded.co_creating_on
             where before is distinct from excluded
             """,
            ct);
    }

    private async Task WriteCommitmentsAsync(Dictionary<Guid, PlanRow> plans, List<CommitmentRow> commitments, CancellationToken ct)
    {
        Guid[] ids = [.. commitments.Select(c => c.Id)];
        await db.Database.ExecuteSqlAsync(
            $"delete from published_commitments where tenant_id = app.current_tenant_id() and not id = any({ids})", ct);

        // In one statement however many they are: each public change of the place comes through here.
        string[] planSlugs = [.. commitments.Select(c => plans[c.PlanId].Slug)];
        string[] planTitles = [.. commitments.Select(c => plans[c.PlanId].Title)];
        string[] slugs = [.. commitments.Select(c => c.Slug)];
        int[] numbers = [.. commitments.Select(c => c.Number)];
        string[] titles = [.. commitments.Select(c => c.Title)];
        string[] axes = [.. commitments.Select(c => c.Axis)];
        bool[] proactive = [.. commitments.Select(c => c.Progress.IsProactive)];
        string?[] statuses = [.. commitments.Select(c => c.Status?.ToString())];
        bool[] late = [.. commitments.Select(c => c.Late > 0 || c.WasLate)];
        decimal?[] reported = [.. commitments.Select(c => c.Progress.Progress.Reported)];
        decimal?[] verified = [.. commitments.Select(c => c.Progress.Progress.Verified)];
        DateOnly?[] starts = [.. commitments.Select(c => c.StartsOn ?? plans[c.PlanId].StartsOn)];
        DateOnly?[] ends = [.. commitments.Select(c => c.EndsOn ?? plans[c.PlanId].EndsOn)];
        string?[] leads = [.. commitments.Select(c => c.Lead)];
        bool[] demonstration = [.. commitments.Select(c => c.IsDemonstration || plans[c.PlanId].IsDemonstration)];
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into published_commitments as before (
                 id, plan_slug, plan_title, slug, number, title, axis, proactive, status, late, reported, verified, starts_on, ends_on, lead, demonstration)
             select * from unnest(
                 {ids}, {planSlugs}, {planTitles}, {slugs}, {numbers}, {titles}, {axes}, {proactive}, {statuses}, {late}, {reported}, {verified},
                 {starts}, {ends}, {leads}, {demonstration})
             on conflict (tenant_id, id) do update set
                 plan_title = excluded.plan_title, title = excluded.title, axis = excluded.axis, status = excluded.status, late = excluded.late,
                 reported = excluded.reported, verified = excluded.verified, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
                 lead = excluded.lead, demonstration = excluded.demonstration
             where before is distinct from excluded
             """,
            ct);
    }

    private static InstallationStep? First(List<InstallationStep> steps, InstallationStepKind kind) =>
        steps.Where(s => s.Kind == kind).MinBy(s => s.OccurredOn ?? s.KnownBy);

    private static DateOnly? Day(InstallationStep? step) => step?.OccurredOn ?? step?.KnownBy;

    private sealed record PlanRow(
        Guid Id, string Slug, string Title, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly PublishedOn, DateOnly? ImplementationOn, DateOnly? EvaluatedOn, bool IsDemonstration);

    private sealed record CommitmentRow(
        Guid Id, Guid PlanId, string Slug, int Number, string Title, string Axis, string? Lead, bool IsDemonstration, DateOnly? StartsOn, DateOnly? EndsOn,
        CommitmentProgress Progress, ActivityStatus? Status, int Late, bool WasLate);
}
