using Npgsql;
using OpenStateHub.Core.Backup;

namespace OpenStateHub.Core.Archives;

/// <summary>A table whose rows belong to one tenant, and what is asked of it. All statements work for the tenant of the session.</summary>
/// <param name="Columns">Those that travel, <c>tenant_id</c> among them.</param>
/// <param name="PointsAt">Other such tables that must be filled before it.</param>
internal sealed record ArchiveTable(string Name, string[] Columns, string Read, string Insert, string Count, string Delete, string[] PointsAt);

/// <summary>Reads from the database's own catalogue which tables a tenant has. Names are quoted by PostgreSQL itself.</summary>
internal static class ArchiveTables
{
    // A generated column is computed anew; a transaction's number (xid8) means something on its own server only.
    private const string Sql =
        """
        with ours as (
            select c.oid, c.relname::text as name, c.oid::regclass::text as quoted from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and exists (select from pg_policy p where p.polrelid = c.oid and p.polname in ('tenant_isolation', 'published_read'))
        ), renewed as (
            select * from unnest(@renewed::text[], @instead::text[]) as r(name, instead)
        )
        select o.name,
               columns.travelling,
               format('select row_to_json(archived)::text from (select %s from %s where tenant_id = app.current_tenant_id() order by %s) archived',
                      columns.read, o.quoted, keys.list),
               format('insert into %s (%s) select %s from archived_rows a cross join lateral jsonb_populate_record(null::%s, a.row) r'
                      ' where a.of_table = %L order by a.line', o.quoted, columns.list, columns.filled, o.quoted, o.name),
               format('select count(*) from %s where tenant_id = app.current_tenant_id()', o.quoted),
               format('delete from %s where tenant_id = app.current_tenant_id()', o.quoted),
               coalesce((select array_agg(distinct other.name) from pg_constraint k join ours other on other.oid = k.confrelid
                         where k.contype = 'f' and k.conrelid = o.oid and other.oid <> o.oid), '{}')
        from ours o
        cross join lateral (
            select array_agg(a.attname::text order by a.attnum) filter (where r.name is null) as travelling,
                   string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where r.name is null) as read,
                   string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list,
                   string_agg(case when a.attname = 'tenant_id' then 'app.current_tenant_id()' else coalesce(r.instead, 'r.' || quote_ident(a.attname)) end,
                              ', ' order by a.attnum) as filled
            from pg_attribute a left join renewed r on r.name = a.attname
            where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype) columns
        cross join lateral (
            select string_agg(quote_ident(a.attname), ', ' order by k.place) as list
            from pg_index i cross join lateral unnest(i.indkey::int[]) with ordinality k(number, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
            where i.indrelid = o.oid and i.indisprimary) keys
        """;

    /// <summary>All of them, each after those that it points at.</summary>
    public static async Task<List<ArchiveTable>> AllAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.AddWithValue("renewed", TravelRules.Renewed.Keys.ToArray());
        command.Parameters.AddWithValue("instead", TravelRules.Renewed.Values.Select(column => column.Instead).ToArray());
        var found = await Statements.ReadAsync(
            command,
            row => new ArchiveTable(
                row.GetString(0), row.GetFieldValue<string[]>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<string[]>(6)),
            ct);
        return InOrderOfKeys(found);
    }

    /// <summary>Those that travel, each after those that it points at.</summary>
    public static async Task<List<ArchiveTable>> TravellingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var tables = (await AllAsync(connection, ct)).FindAll(table => !TravelRules.LeftBehind.ContainsKey(table.Name));
        var broken = tables.Find(table => table.PointsAt.Any(TravelRules.LeftBehind.ContainsKey));
        return broken is null ? tables : throw new InvalidOperationException($"{broken.Name} points at a table that stays behind: it could not be filled.");
    }

    private static List<ArchiveTable> InOrderOfKeys(List<ArchiveTable> tables)
    {
        var (left, ordered) = (tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList(), new List<ArchiveTable>());

        while (left.Count > 0)
        {
            var free = left.FindAll(table => !left.Exists(other => table.PointsAt.Contains(other.Name)));

            if (free.Count == 0)
            {
                throw new InvalidOperationException($"These tables point at each other, and none can be filled first: {string.Join(", ", left.Select(table => table.Name))}.");
            }

            ordered.AddRange(free);
            left.RemoveAll(free.Contains);
        }

        return ordered;
    }
}
