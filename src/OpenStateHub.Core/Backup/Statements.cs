using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace OpenStateHub.Core.Backup;

/// <summary>What is asked of a database by name of table. The names come from its own catalogue, quoted by PostgreSQL itself.</summary>
internal static class Statements
{
    /// <param name="Name">Of the table.</param>
    public sealed record TableStatements(string Name, string CopyOut, string CopyIn, string Count);

    /// <summary>Every table of ours. A generated column is computed anew.</summary>
    public static Task<List<TableStatements>> TablesAsync(NpgsqlConnection connection, CancellationToken ct) => ReadAsync(
        connection,
        """
        select c.oid::regclass::text,
               format('copy %s (%s) to stdout (format binary)', c.oid::regclass, columns.list),
               format('copy %s (%s) from stdin (format binary)', c.oid::regclass, columns.list),
               format('select count(*) from %s', c.oid::regclass)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'app')
        cross join lateral (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list
                            from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
        where c.relkind = 'r'
        order by 1
        """,
        row => new TableStatements(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
        ct);

    public static async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = Of(connection, sql);
        return await ReadAsync(command, read, ct);
    }

    public static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<T>();

        while (await reader.ReadAsync(ct))
        {
            found.Add(read(reader));
        }

        return found;
    }

    public static async Task<T> ReadOneAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        (await ReadAsync(connection, sql, read, ct)).Single();

    public static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = Of(connection, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Constants of these files, or what PostgreSQL itself made with its own quoting.")]
    public static NpgsqlCommand Of(NpgsqlConnection connection, string sql) => new(sql, connection);
}
