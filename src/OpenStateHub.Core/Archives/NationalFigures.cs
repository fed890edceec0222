using Npgsql;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>Totals are folded from differences: who brings or takes figures away says from which day on they changed.</summary>
internal static class NationalFigures
{
    /// <summary>In the transaction of the change, while the place's figures are there.</summary>
    public static async Task FoldAgainAsync(NpgsqlConnection connection, TenantId place, DateTimeOffset now, CancellationToken ct)
    {
        await using var fold = new NpgsqlCommand(
            """
            with changed as (
                insert into metric_changes (code, from_on) select code, min(as_of) from metric_snapshots where tenant_id = @place group by code returning code
            )
            insert into work_due (tenant_id, kind, due_at) select @national, 'Totals', @now where exists (select from changed)
            on conflict (tenant_id, kind) do update set due_at = least(work_due.due_at, excluded.due_at)
            """,
            connection);
        fold.Parameters.AddWithValue("place", place.Value);
        fold.Parameters.AddWithValue("national", TenantId.National.Value);
        fold.Parameters.AddWithValue("now", now);
        await fold.ExecuteNonQueryAsync(ct);
    }
}
