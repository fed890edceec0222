using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Observatory;

/// <summary>
/// Folds what changed in the places' figures into the national series, from the day of the earliest change on. A total is the one
/// before it plus the differences since, so that a day's change costs a day's rows however long the past is.
/// </summary>
public sealed class FoldTotals(HubDbContext db, TimeProvider clock)
{
    private const long Lock = 7_201_512_10;

    private const string Sql =
        """
        with base as (
            select numerator, denominator from metric_totals where code = @code and as_of < @from order by as_of desc limit 1
        ), changed as (
            select s.as_of,
                   coalesce(s.numerator, 0) - coalesce(before.numerator, 0) as numerator,
                   coalesce(s.denominator, 0) - coalesce(before.denominator, 0) as denominator
            from metric_snapshots s
            left join lateral (
                select p.numerator, p.denominator from metric_snapshots p
                where p.tenant_id = s.tenant_id and p.code = s.code and p.as_of < s.as_of order by p.as_of desc limit 1) before on true
            where s.code = @code and s.as_of >= @from
        ), days as (
            select as_of from changed
            union select from_on from programme_memberships where from_on >= @from and from_on <= @today
            union select until_on + 1 from programme_memberships where until_on + 1 >= @from and until_on < @today
        ), sums as (
            select d.as_of,
                   coalesce((select numerator from base), 0) + sum(coalesce(sum(c.numerator), 0)) over (order by d.as_of) as numerator,
                   coalesce((select denominator from base), 0) + sum(coalesce(sum(c.denominator), 0)) over (order by d.as_of) as denominator
            from days d left join changed c using (as_of) group by d.as_of
        )
        insert into metric_totals (code, as_of, value, numerator, denominator, reporting, total, computed_at)
        select @code, s.as_of,
               case when not exists (select from metric_snapshots f where f.code = @code and f.as_of <= s.as_of and f.value is not null) then null
                    when @is_ratio then s.numerator / nullif(s.denominator, 0) else s.numerator end,
               s.numerator, s.denominator, covered.reporting, covered.total, @now
        from sums s
        cross join lateral (
            select count(*) filter (where latest.value is not null)::int as reporting, count(*)::int as total
            from (select distinct tenant_id from programme_memberships m
                  where m.from_on <= s.as_of and (m.until_on is null or s.as_of <= m.until_on)) member
            left join lateral (
                select value from metric_snapshots l
                where l.tenant_id = member.tenant_id and l.code = @code and l.as_of <= s.as_of order by l.as_of desc limit 1) latest on true) covered
        """;

    public async Task ExecuteAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // One at a time: two that fold the same days would each write what the other does not see.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
        var changes = await db.Database
            .SqlQuery<MetricChange>($"delete from metric_changes returning code as \"Code\", from_on as \"FromOn\"")
            .ToListAsync(ct);

        foreach (var change in changes.GroupBy(c => c.Code, c => c.FromOn))
        {
            await FoldAsync(MetricRegistry.Find(change.Key), change.Min(), today, transaction, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task FoldAsync(Metric metric, DateOnly from, DateOnly today, IDbContextTransaction transaction, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"delete from metric_totals where code = {metric.Code} and as_of >= {from}", ct);
        await using var command = new NpgsqlCommand(Sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        command.Parameters.AddWithValue("code", metric.Code);
        command.Parameters.AddWithValue("from", from);
        command.Parameters.AddWithValue("today", today);
        command.Parameters.AddWithValue("is_ratio", metric.Aggregation is not Aggregation.Sum);
        command.Parameters.AddWithValue("now", NpgsqlDbType.TimestampTz, clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record MetricChange(string Code, DateOnly FromOn);
}
