using System.CommandLine;

namespace OpenStateHub.Cli.Seeding;

internal static class SeedCommand
{
    public static Command Create() => new("seed", "Fill the database from the files in seeds.")
    {
        CreateReference(),
        CreateDemo(),
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

    private static Command CreateDemo()
    {
        var command = new Command("demo", "Fill an empty hub with the demonstration. Does nothing on a hub that has places.");
        command.SetAction(async (_, ct) =>
        {
            Console.WriteLine(await LongWork.ShowAsync("Demonstration", progress => SeedDemo.RunAsync(progress, ct)));
            return 0;
        });
        return command;
    }
}
