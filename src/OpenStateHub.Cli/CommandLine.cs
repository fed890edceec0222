using System.CommandLine;
using Npgsql;

namespace OpenStateHub.Cli;

/// <summary>What an operator runs. Exit codes are a contract: 0 done, 1 refused with a reason, 2 wrong usage.</summary>
public static class CommandLine
{
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("OpenStateHub: what an operator runs, with the owner role.")
        {
            MigrateCommand.Create(),
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
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            await Console.Error.WriteLineAsync($"The database cannot be reached: {e.Message}");
            return 1;
        }
    }
}
