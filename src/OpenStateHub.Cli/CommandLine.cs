using System.CommandLine;
using Npgsql;
using OpenStateHub.Cli.Backup;
using OpenStateHub.Cli.Ledger;
using OpenStateHub.Cli.Mail;
using OpenStateHub.Cli.Seeding;
using OpenStateHub.Cli.Tenants;
using OpenStateHub.Cli.Users;

namespace OpenStateHub.Cli;

/// <summary>What an operator runs. Exit codes are a contract: 0 done, 1 refused with a reason, 2 wrong usage.</summary>
public static class CommandLine
{
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("OpenStateHub: what an operator runs, with the owner role.")
        {
            MigrateCommand.Create(),
            SeedCommand.Create(),
            TenantsCommand.Create(),
            LedgerCommand.Create(),
            UsersCommand.Create(),
            MailCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
        };
        var parsed = root.Parse(args);

        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (Exception e) when (Unreachable(e) is { } reason)
        {
            await Console.Error.WriteLineAsync($"The database cannot be reached: {reason.Message}");
            return 1;
        }
    }

    /// <summary>The failed connection, which EF Core wraps; null where the database let us in, if only to answer with an error.</summary>
    private static NpgsqlException? Unreachable(Exception e) => e switch
    {
        // No such role, a wrong password (class 28), no such database (3D).
        PostgresException { SqlState: ['2', '8', ..] or ['3', 'D', ..] } refused => refused,
        PostgresException => null,
        NpgsqlException reason => reason,
        InvalidOperationException { InnerException: { } inner } => Unreachable(inner),
        _ => null,
    };
}
