using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Duties;

/// <summary>The place's duties with the facts that they are measured by.</summary>
public sealed class ReadDuties(HubDbContext db, TenantContext tenant)
{
    public async Task<DutyClock> ExecuteAsync(CancellationToken ct) => new(await RulesAsync(ct), await FactsAsync(ct));

    /// <summary>In the order of the codes: the usual of its kind of place, or its own.</summary>
    public async Task<IReadOnlyList<DutyRule>> RulesAsync(CancellationToken ct)
    {
        var kind = tenant.Current.Kind;
        var usual = await db.DutyDefaults.AsNoTracking().Where(d => d.Kind == kind).ToListAsync(ct);
        var own = await db.Duties.AsNoTracking().ToDictionaryAsync(d => d.Code, ct);
        var inEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        return [.. Enum.GetValues<DutyCode>()
            .Select(code => own.GetValueOrDefault(code)?.Rule ?? usual.Find(d => d.Code == code)?.Rule(inEnglish))
            .OfType<DutyRule>()];
    }

    private async Task<DutyFacts> FactsAsync(CancellationToken ct)
    {
        var place = tenant.Current;
        DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(place.LocalTime(at));
        var records = await db.DutyRecords.AsNoTracking().ToListAsync(ct);
        var plans = (await db.ActionPlans.AsNoTracking()
                .Where(p => p.PublishedOn != null)
                .OrderBy(p => p.PublishedOn).ThenBy(p => p.Slug)
                .Select(p => new { p.Id, p.Slug, p.Title, PublishedOn = p.PublishedOn!.Value, p.ClosedOn, p.IsTranscription, p.EndsOn })
                .ToListAsync(ct))
            .ConvertAll(p => new DutyFacts.Plan(
                p.Id, p.Slug, p.Title, p.PublishedOn, p.ClosedOn ?? (p.IsTranscription ? p.EndsOn ?? p.PublishedOn : null),
                records.Find(r => r.PlanId == p.Id)?.DoneOn));
        var sessions = await db.Sessions.Where(s => s.HadQuorum == true).Select(s => s.StartsAt).ToListAsync(ct);
        var held = await db.Presentations.Where(p => p.Status == Presentations.PresentationStatus.Held).Select(p => p.StartsAt).ToListAsync(ct);
        var minutes = await db.Minutes.Where(m => m.PublishedAt != null).Select(m => m.PublishedAt!.Value).ToListAsync(ct);
        var published = await db.ProgressReports.Select(r => r.ReportedOn)
            .Union(db.Documents.Select(d => d.PublishedOn))
            .ToListAsync(ct);
        return new DutyFacts
        {
            InstalledOn = await db.InstallationSteps
                .Where(s => s.Kind == InstallationStepKind.Installation)
                .MinAsync(s => s.OccurredOn ?? s.KnownBy, ct),
            Sessions = [.. sessions.Select(DayOf).Distinct()],
            Updates = [.. published.Concat(minutes.Select(DayOf)).Concat(plans.Select(p => p.PublishedOn)).Distinct()],
            Presentations = [.. held.Select(DayOf).Distinct()],
            Plans = plans,
            Commitments = await CompletedAsync(records, ct),
        };
    }

    private async Task<IReadOnlyList<DutyFacts.Commitment>> CompletedAsync(List<DutyRecord> records, CancellationToken ct) =>
        (await db.Commitments.AsNoTracking()
            .Where(c => c.Plan!.PublishedOn != null && c.WithdrawnOn == null)
            .OrderBy(c => c.Plan!.PublishedOn).ThenBy(c => c.Number)
            .Select(c => new { c.Id, c.Slug, Title = c.Text.ShortTitle ?? c.Text.Title, CompletedOn = c.VerifiedOn ?? c.Text.EndsOn ?? c.Plan!.EndsOn })
            .ToListAsync(ct))
        .Where(c => c.CompletedOn is not null)
        .Select(c => new DutyFacts.Commitment(c.Id, c.Slug, c.Title, c.CompletedOn!.Value, records.Find(r => r.CommitmentId == c.Id)?.DoneOn))
        .ToList();
}
