using System.CommandLine;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Cli;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database to the schema of this build. Safe to repeat.");
        command.SetAction(async (_, ct) =>
        {
            var applied = await MigrateAsync(ct);

            foreach (var name in applied)
            {
                Console.WriteLine(name);
            }

            await CreateFirstKeyAsync();
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"{applied.Count} migrations applied.");
            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        try
        {
            return await Migrator.MigrateAsync(Hub.OwnerConnection, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedObject && e.MessageText.Contains("hub_", StringComparison.Ordinal))
        {
            throw new RefusedException($"A role is missing on the server ({e.MessageText}): run infra/postgres/roles.sql there once more, as an administrator.");
        }
    }

    /// <summary>Here, because nodes that start together would each make a first key and refuse the other's cookies until they read again.</summary>
    private static async Task CreateFirstKeyAsync()
    {
        await using var hub = Hub.Open();
        var keys = hub.GetRequiredService<IKeyManager>();

        if (keys.GetAllKeys().Count == 0)
        {
            var now = hub.GetRequiredService<TimeProvider>().GetUtcNow();
            keys.CreateNewKey(now, now + hub.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime);
        }
    }
}
