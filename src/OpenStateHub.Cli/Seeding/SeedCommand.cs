using System.CommandLine;

namespace OpenStateHub.Cli.Seeding;

internal static class SeedCommand
{
    public static Command Create() => new("seed", "Fill the database from the files in seeds.")
    {
        CreateReference(),
        CreateDemo(),
        CreateLoad(),
        CreateReport(),
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

    private static Command CreateLoad()
    {
        var tenants = new Option<int>("--tenants") { Description = "How many active places with load data the hub shall have.", Required = true };
        var commitments = new Option<int>("--commitments") { Description = "Commitments a place.", Required = true };
        var activities = new Option<int>("--activities") { Description = "Activities a commitment.", DefaultValueFactory = _ => 10 };
        var command = new Command("load", "Fill the hub with many places that have invented plans, for measuring. Goes on where it was interrupted.")
        {
            tenants, commitments, activities,
        };

        foreach (var count in new[] { tenants, commitments, activities })
        {
            count.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int>() is < 1 or > 10_000)
                {
                    result.AddError($"{count.Name} is from 1 to 10,000.");
                }
            });
        }

        command.SetAction((parsed, ct) => NationalScope.RunAsync(
            async national =>
            {
                var size = new SeedLoad.Size(parsed.GetValue(tenants), parsed.GetValue(commitments), parsed.GetValue(activities));
                Console.WriteLine(await LongWork.ShowAsync("Places", progress => new SeedLoad(national, size).RunAsync(progress, ct)));
                return 0;
            },
            ct));
        return command;
    }

    private static Command CreateReport()
    {
        var slug = new Argument<string>("SLUG") { Description = "A place with load data." };
        var command = new Command("report", "Report once more in a place with load data, to measure how soon its pages show it.") { slug };
        command.SetAction((parsed, ct) => NationalScope.RunAsync(
            async national =>
            {
                var saved = await LoadReport.RunAsync(national, parsed.GetRequiredValue(slug), ct);
                Console.WriteLine(saved.ToUnixTimeMilliseconds());
                return 0;
            },
            ct));
        return command;
    }
}
