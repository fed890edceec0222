using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Cli.Seeding;
using OpenStateHub.Cli.Users;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Tenants;

internal static class AddCommand
{
    private static readonly Option<string> Slug = new("--slug") { Description = "The first part of its host name.", Required = true };
    private static readonly Option<string> Name = new("--name") { Description = "Its name in common use.", Required = true };
    private static readonly Option<TenantKind> Kind = Choice.Required<TenantKind>("--kind", "What it is.");
    private static readonly Option<string?> Inegi = new("--inegi") { Description = "Its INEGI code: two digits for a state, five for a municipality." };
    private static readonly Option<string?> Parent = new("--parent") { Description = "The slug of its state, where the INEGI code does not tell it." };

    private static readonly Option<string?> AdminEmail = new("--admin-email") { Description = "The address of its first administrator: a link to accept is printed." };

    public static Command Create()
    {
        var command = new Command("add", "Provision a place that the catalogue does not list. It is active at once.") { Slug, Name, Kind, Inegi, Parent, AdminEmail };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var reference = await PlaceReference.ReadAsync(SeedFiles.Reference, ct);
        var (slug, kind, code) = (parsed.GetRequiredValue(Slug), parsed.GetRequiredValue(Kind), parsed.GetValue(Inegi));

        // A state of the reference is recognised by its slug, so that an import finds it by its code later.
        code ??= kind is TenantKind.State ? reference.States.FirstOrDefault(state => state.Slug == slug)?.Code : null;
        var input = new AddTenant.Input(
            slug, parsed.GetRequiredValue(Name), kind, code, parsed.GetValue(Parent), code is null ? null : reference.TimeZoneOf(code));

        Sentences.ThrowIfRefused(await NationalScope.RunAsync(
            national => national.GetRequiredService<AddTenant>().ExecuteAsync(input, ct), ct));
        Console.WriteLine($"{slug} is active.");

        if (parsed.GetValue(AdminEmail) is { } email)
        {
            Console.WriteLine(await UsersCommand.InviteAsync(slug, email, Role.Administrator, ct));
        }

        return 0;
    }
}
