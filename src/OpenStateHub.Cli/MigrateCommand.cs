using System.CommandLine;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Cli;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database to the schema of this build. Safe to repeat.");
        command.SetAction(async (_, ct) =>
        {
            var applied = await Migrator.MigrateAsync(Hub.OwnerConnection, ct);

            foreach (var name in applied)
            {
                Console.WriteLine(name);
            }

            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"{applied.Count} migrations applied.");
            return 0;
        });
        return command;
    }
}
