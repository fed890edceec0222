using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace OpenStateHub.Core.Database;

/// <summary>Applies the numbered SQL files in order, each in one transaction, once. Run as the owner role; safe from two processes at once.</summary>
public static class Migrator
{
    private const long Lock = 7_201_512_09;

    private static readonly IReadOnlyList<Migration> Embedded = Load();

    /// <param name="connectionString">A connection as <c>hub_owner</c>.</param>
    /// <returns>The names of the files that were applied now.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string connectionString, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, "select pg_advisory_lock(@lock)", ct, new NpgsqlParameter("lock", Lock));
        await ExecuteAsync(
            connection,
            """
            create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
            grant select on migrations to hub_app;
            """,
            ct);

        var applied = await AppliedAsync(connection, ct);
        var changed = Embedded.FirstOrDefault(m => applied.TryGetValue(m.Name, out var hash) && hash != m.Hash);
        if (changed is not null)
        {
            throw new InvalidOperationException($"{changed.Name} was edited after it was applied: migrations go forward only, in a new file.");
        }

        var pending = Embedded.Where(m => !applied.ContainsKey(m.Name)).ToList();
        foreach (var migration in pending)
        {
            await ApplyAsync(connection, migration, ct);
        }

        return pending.ConvertAll(m => m.Name);
    }

    /// <summary>Whether every migration of this build is in the database: a site must not serve a schema that it does not know.</summary>
    public static async Task<bool> IsCurrentAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = await AppliedAsync(connection, ct);
        return Embedded.All(m => applied.TryGetValue(m.Name, out var hash) && hash == m.Hash);
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, migration.Sql, ct);
        await ExecuteAsync(
            connection,
            "insert into migrations (name, sha256) values (@name, @hash)",
            ct,
            new NpgsqlParameter("name", migration.Name),
            new NpgsqlParameter("hash", migration.Hash));
        await transaction.CommitAsync(ct);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = new Dictionary<string, string>();
        await using var command = new NpgsqlCommand("select name, sha256 from migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    [SuppressMessage("Security", "CA2100", Justification = "A constant of this file or an embedded migration, never a person's input.")]
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static List<Migration> Load()
    {
        var assembly = typeof(Migrator).Assembly;
        const string folder = "OpenStateHub.Core.Database.Migrations.";
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var sql = reader.ReadToEnd();
                return new Migration(name[folder.Length..], sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
            })
            .ToList();
    }

    private sealed record Migration(string Name, string Sql, string Hash);
}
