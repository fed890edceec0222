using Npgsql;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>Reads the database's own catalogue and says, in sentences, where the wall between tenants has a hole.</summary>
internal static class WallInspector
{
    private const string JobStore = "Quartz's store: names, times and schedules of the jobs of the whole installation, which the nodes share out among them";

    /// <summary>Tables that belong to no tenant, each with its reason. Whatever stands neither here nor behind policies is a finding.</summary>
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["migrations"] = "which files were applied; written by the owner role only",
        ["work_due"] = "ids and times only, so that a worker finds its work without entering every tenant",
        ["metric_changes"] = "codes and days whose national series must be folded again",
        ["protection_keys"] = "the keys of cookies and forms, which every node and host shares; the tenant stands in what they protect",
        ["metric_totals"] = "sums over published figures",
        ["qrtz_job_details"] = JobStore,
        ["qrtz_triggers"] = JobStore,
        ["qrtz_simple_triggers"] = JobStore,
        ["qrtz_cron_triggers"] = JobStore,
        ["qrtz_simprop_triggers"] = JobStore,
        ["qrtz_blob_triggers"] = JobStore,
        ["qrtz_calendars"] = JobStore,
        ["qrtz_paused_trigger_grps"] = JobStore,
        ["qrtz_paused_job_grps"] = JobStore,
        ["qrtz_fired_triggers"] = JobStore,
        ["qrtz_scheduler_state"] = JobStore,
        ["qrtz_locks"] = JobStore,
    };

    private static readonly string[] TenantPolicies = ["tenant_isolation:*:own:own"];
    private static readonly string[] PublishedPolicies = ["own_delete:d:own:-", "own_insert:a:-:own", "own_update:w:own:own", "published_read:r:all:-"];

    private static readonly string[] CataloguePolicies =
        ["catalogue_read:r:all:-", "national_delete:d:national:-", "national_insert:a:-:national", "national_update:w:national:national"];

    public static async Task<List<string>> FindingsAsync(NpgsqlConnection connection)
    {
        var findings = new List<string>();
        foreach (var table in await TablesAsync(connection))
        {
            findings.AddRange(FindingsOf(table));
        }

        findings.AddRange(await SentencesAsync(connection, ViewsThatSeeMoreThanTheirReader));
        findings.AddRange(await SentencesAsync(connection, FunctionsThatActAsTheirOwner));
        findings.AddRange(await SentencesAsync(connection, KeysThatForgetTheTenant));
        findings.AddRange(await SentencesAsync(connection, ForeignKeysThatForgetTheTenant));
        findings.AddRange(await SentencesAsync(connection, GrantsThatGoAroundPolicies));
        return findings;
    }

    public static async Task<List<Table>> TablesAsync(NpgsqlConnection connection)
    {
        const string sql =
            """
            select c.relname, c.relkind::text, c.relrowsecurity and c.relforcerowsecurity,
                   exists (select from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                           where a.attrelid = c.oid and a.attname = 'tenant_id'
                             and pg_get_expr(d.adbin, d.adrelid) = 'app.current_tenant_id()'),
                   coalesce((select array_agg(format('%s:%s:%s:%s', p.polname, p.polcmd,
                                                     pg_temp.reading(pg_get_expr(p.polqual, p.polrelid)),
                                                     pg_temp.reading(pg_get_expr(p.polwithcheck, p.polrelid))) order by p.polname)
                             from pg_policy p where p.polrelid = c.oid), '{}')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_temp%'
            order by c.relname
            """;
        await ExecuteAsync(connection,
            """
            create or replace function pg_temp.reading(expression text) returns text language sql as $$
                select case expression
                    when '(tenant_id = app.current_tenant_id())' then 'own'
                    when 'app.is_national()' then 'national'
                    when 'true' then 'all'
                    else coalesce(expression, '-') end
            $$
            """);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<Table>();
        while (await reader.ReadAsync())
        {
            tables.Add(new Table(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3), reader.GetFieldValue<string[]>(4)));
        }

        return tables;
    }

    private static IEnumerable<string> FindingsOf(Table table)
    {
        if (Shared.ContainsKey(table.Name))
        {
            yield break;
        }

        if (table.Kind is "m" or "f")
        {
            yield return $"{table.Name}: a materialized view or foreign table, which row-level security cannot bind.";
        }
        else if (!table.IsForced)
        {
            yield return $"{table.Name}: row-level security is not enabled and forced.";
        }
        else if (!table.IsTenant && !table.IsPublished && !table.Policies.SequenceEqual(CataloguePolicies))
        {
            yield return $"{table.Name}: neither a tenant, a published, a catalogue nor a shared table: {string.Join(", ", table.Policies)}";
        }
        else if ((table.IsTenant || table.IsPublished) && !table.DefaultsToTenant)
        {
            yield return $"{table.Name}: tenant_id does not default to the tenant of the session.";
        }
    }

    private const string ViewsThatSeeMoreThanTheirReader =
        """
        select c.relname || ': a view that reads as its owner (security_invoker is off).'
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and n.nspname in ('public', 'app') and not coalesce(c.reloptions @> '{security_invoker=true}', false)
        """;

    private const string FunctionsThatActAsTheirOwner =
        """
        select p.proname || ': a function that runs as its owner (security definer).'
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ('public', 'app')
        """;

    private const string KeysThatForgetTheTenant =
        """
        select i.indrelid::regclass || ': the unique index ' || i.indexrelid::regclass || ' does not begin with tenant_id.'
        from pg_index i join pg_policy p on p.polrelid = i.indrelid and p.polname in ('tenant_isolation', 'published_read')
        where i.indisunique
          and (select attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) is distinct from 'tenant_id'
        """;

    private const string ForeignKeysThatForgetTheTenant =
        """
        select k.conrelid::regclass || ': the key ' || k.conname || ' may point at a row of another tenant.'
        from pg_constraint k join pg_policy p on p.polrelid = k.confrelid and p.polname = 'tenant_isolation'
        where k.contype = 'f' and not exists (
            select from unnest(k.conkey, k.confkey) as pair(here, there)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = here and a.attname = 'tenant_id'
            join pg_attribute b on b.attrelid = k.confrelid and b.attnum = there and b.attname = 'tenant_id')
        """;

    private const string GrantsThatGoAroundPolicies =
        """
        select g.table_name || ': hub_app may ' || g.privilege_type || '.'
        from information_schema.role_table_grants g
        where g.grantee in ('hub_app', 'PUBLIC') and g.table_schema in ('public', 'app')
          and (g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') or g.table_name = 'migrations' and g.privilege_type <> 'SELECT')
        """;

    private static async Task<List<string>> SentencesAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    internal sealed record Table(string Name, string Kind, bool IsForced, bool DefaultsToTenant, string[] Policies)
    {
        public bool IsTenant => Policies.SequenceEqual(TenantPolicies);

        public bool IsPublished => Policies.SequenceEqual(PublishedPolicies);
    }
}
