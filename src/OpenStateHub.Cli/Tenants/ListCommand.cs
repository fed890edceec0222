using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Tenants;

internal static class ListCommand
{
    private static readonly Option<TenantStatus?> Status = Choice.Optional<TenantStatus>("--status", "Only places of this status.");
    private static readonly Option<TenantKind?> Kind = Choice.Optional<TenantKind>("--kind", "Only places of this kind.");

    public static Command Create()
    {
        var command = new Command("list", "List the places: slug, kind, status, INEGI code, state, name.") { Status, Kind };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var places = await NationalScope.RunAsync(
            national => national.GetRequiredService<ListTenants>().ExecuteAsync(parsed.GetValue(Status), parsed.GetValue(Kind), ct), ct);

        foreach (var place in places)
        {
            Console.WriteLine($"{place.Slug,-50} {place.Kind,-14} {place.Status,-9} {place.InegiCode ?? "-",-5} {place.ParentSlug ?? "-",-20} {place.Name}");
        }

        // Beside the list, so that what is piped on holds places alone.
        await Console.Error.WriteLineAsync($"{places.Count} places.");
        return 0;
    }
}
