using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>
/// Computes the tenant's figures over its whole past and writes only what differs: a fact entered late with an earlier date corrects the
/// series from that date on, and a day that was missed is made up for. The published rows follow, because lateness changes at midnight without
/// anybody acting. Running it twice does no more than once.
/// </summary>
public sealed class RefreshMetrics(
    HubDbContext db, TenantContext tenant, RefreshPublishedRows published, LoadPlaceFacts load, QueueWork queue, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken ct)
    {
        var place = tenant.Current;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await published.ExecuteAsync(ct);

        // The national body's own plan counts on no line: only states, municipalities and their bodies do (domain rules, section 13).
        var points = place.IsNational ? [] : MetricSeries.Of(await load.ExecuteAsync(ct), place.Today(clock));
        var wanted = points.ToDictionary(p => (p.Code, p.AsOf));
        var stored = await db.MetricSnapshots
            .Where(s => s.TenantId == place.Id)
            .Select(s => new { s.Code, s.AsOf, s.Numerator, s.Denominator })
            .ToDictionaryAsync(s => (s.Code, s.AsOf), ct);
        var gone = stored.Keys.Where(key => !wanted.ContainsKey(key)).ToList();
        var changed = points
            .Where(p => !stored.TryGetValue((p.Code, p.AsOf), out var row)
                || row.Numerator != p.Figure?.Numerator
                || row.Denominator != p.Figure?.Denominator)
            .ToList();

        if (gone.Count + changed.Count > 0)
        {
            await WriteAsync(gone, changed, ct);
            await AskForFoldAsync(gone.Concat(changed.Select(p => (p.Code, p.AsOf))), ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task AskForFoldAsync(IEnumerable<(string Code, DateOnly AsOf)> touched, CancellationToken ct)
    {
        foreach (var code in touched.GroupBy(c => c.Code, c => c.AsOf))
        {
            await db.Database.ExecuteSqlAsync($"insert into metric_changes (code, from_on) values ({code.Key}, {code.Min()})", ct);
        }

        await queue.ExecuteAsync(TenantId.National, WorkKind.Totals, ct);
    }

    private async Task WriteAsync(List<(string Code, DateOnly AsOf)> gone, List<MetricSeries.Point> changed, CancellationToken ct)
    {
        string[] goneCodes = [.. gone.Select(g => g.Code)];
        DateOnly[] goneDays = [.. gone.Select(g => g.AsOf)];
        await db.Database.ExecuteSqlAsync(
            $"""
             delete from metric_snapshots where tenant_id = app.current_tenant_id()
                and (code, as_of) in (select * from unnest({goneCodes}, {goneDays}))
             """,
            ct);

        string[] codes = [.. changed.Select(p => p.Code)];
        DateOnly[] days = [.. changed.Select(p => p.AsOf)];
        decimal?[] values = [.. changed.Select(p => p.Figure?.Value)];
        decimal?[] numerators = [.. changed.Select(p => p.Figure?.Numerator)];
        decimal?[] denominators = [.. changed.Select(p => p.Figure?.Denominator)];
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into metric_snapshots (code, as_of, value, numerator, denominator, computed_at)
             select row.*, {clock.GetUtcNow()} from unnest({codes}, {days}, {values}, {numerators}, {denominators}) as row
             on conflict (tenant_id, code, as_of) do update set
                value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator, computed_at = excluded.computed_at
             """,
            ct);
    }
}
