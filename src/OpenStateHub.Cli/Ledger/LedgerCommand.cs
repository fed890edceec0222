using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Cli.Ledger;

internal static class LedgerCommand
{
    public static Command Create() => new("ledger", "The chained history of each place.")
    {
        VerifyCommand.Create(),
        CreateHeads(),
    };

    private static Command CreateHeads()
    {
        var command = new Command("heads", "Print where each chain ends (slug, sequence, hash): keep the copy elsewhere, for 'verify --anchor'.");
        command.SetAction(async (_, ct) =>
        {
            foreach (var head in await NationalScope.RunAsync(national => national.GetRequiredService<ListLedgerHeads>().ExecuteAsync(ct), ct))
            {
                Console.WriteLine(head);
            }

            return 0;
        });
        return command;
    }
}
