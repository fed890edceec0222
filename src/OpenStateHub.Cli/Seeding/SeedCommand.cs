using System.CommandLine;

namespace OpenStateHub.Cli.Seeding;

internal static class SeedCommand
{
    public static Command Create() => new("seed", "Fill the database from the files in seeds.")
    {
        CreateReference(),
    };

    private static Command CreateReference()
    {
        var command = new Command("reference", "Load the reference data of the country. Safe to repeat.");
        command.SetAction((_, ct) => NationalScope.RunAsync(
            async national =>
            {
                await SeedReference.RunAsync(national, ct);
                return 0;
            },
            ct));
        return command;
    }
}
