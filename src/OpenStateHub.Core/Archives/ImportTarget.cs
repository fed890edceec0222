using Npgsql;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>The place that an archive becomes: a new one, or one that waits to be filled.</summary>
internal sealed class ImportTarget
{
    private readonly ArchivedPlace archived;
    private readonly Guid? parent;

    private ImportTarget(TenantId id, string slug, bool isNew, ArchivedPlace archived, Guid? parent, string? codeOf) =>
        (Id, Slug, IsNew, this.archived, this.parent, CodeOf) = (id, slug, isNew, archived, parent, codeOf);

    public TenantId Id { get; }

    public string Slug { get; }

    public bool IsNew { get; }

    public string? CodeOf { get; }

    /// <summary>In the national scope.</summary>
    public static async Task<ImportTarget> FindAsync(NpgsqlConnection connection, ArchivedPlace archived, string slug, CancellationToken ct)
    {
        if (archived.Kind is TenantKind.National)
        {
            throw new ArchiveException("The archive is of a national tenant: a hub has one, and it is not exchanged.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(archived.TimeZone, out _))
        {
            throw new ArchiveException($"'{archived.TimeZone}' is no time zone.");
        }

        await using var find = new NpgsqlCommand(
            """
            select (select id from tenants where slug = @slug), (select kind || ' ' || status from tenants where slug = @slug),
                   (select id from tenants where slug = @parent), (select slug from tenants where inegi_code = @code),
                   (select string_agg(code, ', ') from unnest(@programmes) as code where code not in (select code from programmes))
            """,
            connection);
        find.Parameters.AddWithValue("slug", slug);
        find.Parameters.Add(new NpgsqlParameter("parent", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)archived.Parent ?? DBNull.Value });
        find.Parameters.Add(new NpgsqlParameter("code", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)archived.InegiCode ?? DBNull.Value });
        find.Parameters.AddWithValue("programmes", archived.Programmes.Select(membership => membership.Programme).Distinct().ToArray());
        var (id, state, parent, codeOf, unknown) = (await Statements.ReadAsync(
            find,
            row => (Read<Guid>(row, 0), row.IsDBNull(1) ? null : row.GetString(1), Read<Guid>(row, 2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4)),
            ct)).Single();

        if (unknown is not null)
        {
            throw new ArchiveException($"This hub does not know a programme of the archive ({unknown}): run 'hub seed reference', or its figures would not be the same.");
        }

        if (id is { } found)
        {
            return state == $"{archived.Kind} {TenantStatus.Listed}" || state == $"{archived.Kind} {TenantStatus.Active}"
                ? new(new TenantId(found), slug, isNew: false, archived, parent, codeOf: null)
                : throw new ArchiveException($"The place {slug} is {state}, and the archive of a {archived.Kind} goes into a Listed or an Active one: name another with --as.");
        }

        return TenantSlug.Check(slug) is { } refusal ? throw new ArchiveException($"'{slug}' cannot be a slug ({refusal.Code}).")
            : archived.Parent is not null && parent is null ? throw new ArchiveException($"The state {archived.Parent}, in which the place lies, is not in this hub's catalogue.")
            : new(TenantId.New(), slug, isNew: true, archived, parent, codeOf);
    }

    /// <summary>Nothing that an archive brings may be there; figures may, for they are computed of a place that did nothing too.</summary>
    public async Task RefuseFilledAsync(NpgsqlConnection connection, List<ArchiveTable> tables, CancellationToken ct)
    {
        await connection.EnterAsync(Id, ct);

        foreach (var table in tables.Where(table => !TravelRules.Derived.Contains(table.Name)))
        {
            if (await Statements.ReadOneAsync(connection, table.Count, row => row.GetInt64(0), ct) > 0)
            {
                throw new ArchiveException($"The place {Slug} is not empty ({table.Name} has rows): name another with --as.");
            }
        }
    }

    /// <summary>In the transaction that fills it. Ends in the scope of the place.</summary>
    public async Task ProvisionAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await connection.EnterAsync(TenantId.National, ct);
        await using var place = Statements.Of(
            connection,
            IsNew
                ? """
                  insert into tenants (id, slug, name, kind, status, inegi_code, parent_id, time_zone, population, most_file_bytes, most_bytes, invited_on)
                  values (@id, @slug, @name, @kind, 'Active', @code, @parent, @zone, @population, @one, @all, (now() at time zone @zone)::date)
                  """
                : """
                  update tenants set name = @name, status = 'Active', invited_on = coalesce(invited_on, (now() at time zone @zone)::date), time_zone = @zone, most_file_bytes = greatest(most_file_bytes, @one), most_bytes = greatest(most_bytes, @all)
                  where id = @id and status in ('Listed', 'Active')
                  """);
        place.Parameters.AddWithValue("id", Id.Value);
        place.Parameters.AddWithValue("slug", Slug);
        place.Parameters.AddWithValue("name", archived.Name);
        place.Parameters.AddWithValue("kind", archived.Kind.ToString());
        place.Parameters.Add(new NpgsqlParameter("code", NpgsqlTypes.NpgsqlDbType.Text) { Value = CodeOf is null ? (object?)archived.InegiCode ?? DBNull.Value : DBNull.Value });
        place.Parameters.Add(new NpgsqlParameter("parent", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)parent ?? DBNull.Value });
        place.Parameters.AddWithValue("zone", archived.TimeZone);
        place.Parameters.Add(new NpgsqlParameter("population", NpgsqlTypes.NpgsqlDbType.Integer) { Value = (object?)archived.Population ?? DBNull.Value });
        place.Parameters.AddWithValue("one", archived.MostFileBytes);
        place.Parameters.AddWithValue("all", archived.MostBytes);

        if (await place.ExecuteNonQueryAsync(ct) != 1)
        {
            throw new ArchiveException($"The place {Slug} changed meanwhile: look at it, and try again.");
        }

        foreach (var membership in archived.Programmes)
        {
            await JoinAsync(connection, membership, ct);
        }
    }

    private async Task JoinAsync(NpgsqlConnection connection, ArchivedMembership membership, CancellationToken ct)
    {
        await using var join = new NpgsqlCommand(
            """
            insert into programme_memberships (programme, tenant_id, from_on, from_is_bound, until_on, source)
            values (@programme, @place, @from, @bound, @until, @source) on conflict do nothing
            """,
            connection);
        join.Parameters.AddWithValue("programme", membership.Programme);
        join.Parameters.AddWithValue("place", Id.Value);
        join.Parameters.AddWithValue("from", membership.FromOn);
        join.Parameters.AddWithValue("bound", membership.FromIsBound);
        join.Parameters.Add(new NpgsqlParameter("until", NpgsqlTypes.NpgsqlDbType.Date) { Value = (object?)membership.UntilOn ?? DBNull.Value });
        join.Parameters.AddWithValue("source", membership.Source);
        await join.ExecuteNonQueryAsync(ct);
    }

    private static T? Read<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
