using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Cli.Tenants;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Users;

/// <summary>What an operator does for people of a place: each prints a link, to be handed to its person by a safe way.</summary>
internal static class UsersCommand
{
    private static readonly Option<string> Place = new("--tenant") { Description = "The slug of the place.", Required = true };
    private static readonly Option<string> Email = new("--email") { Description = "The person's address.", Required = true };
    private static readonly Option<Role> Role = Choice.Required<Role>("--role", "What the person will be there.");

    public static Command Create() => new("users", "The people of a place.") { CreateInvite(), CreateReset() };

    /// <returns>The link by which the address becomes what it is invited to be.</returns>
    public static Task<string> InviteAsync(string slug, string email, Role role, CancellationToken ct) => AtAsync(slug, async scope =>
    {
        var link = "";
        Sentences.ThrowIfRefused(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            new InvitePerson.Input { Email = email, Role = role },
            token =>
            {
                link = AccountLinks.At(slug, AccountPaths.Invitation(token));
                return null;
            },
            ct));
        return link;
    }, ct);

    private static Command CreateInvite()
    {
        var command = new Command("invite", "Print a link that makes an account, or adds a role to one. It works once, for seven days.") { Place, Email, Role };
        command.SetAction(async (parsed, ct) =>
        {
            Console.WriteLine(await InviteAsync(parsed.GetRequiredValue(Place), parsed.GetRequiredValue(Email), parsed.GetRequiredValue(Role), ct));
            return 0;
        });
        return command;
    }

    private static Command CreateReset()
    {
        var forget = new Option<bool>("--forget-factors") { Description = "Also forget the person's app, passkeys and recovery codes: they lost them all." };
        var command = new Command("reset", "Print a link that sets a new password. It works once, for two hours.") { Place, Email, forget };
        command.SetAction(async (parsed, ct) =>
        {
            var slug = parsed.GetRequiredValue(Place);

            if (parsed.GetValue(forget))
            {
                await AtAsync(slug, scope => ForgetAsync(scope, parsed.GetRequiredValue(Email), ct), ct);
            }

            Console.WriteLine(await AtAsync(slug, scope => ResetAsync(scope, slug, parsed.GetRequiredValue(Email), ct), ct));
            return 0;
        });
        return command;
    }

    private static async Task<string> ResetAsync(IServiceProvider scope, string slug, string email, CancellationToken ct)
    {
        var link = "";
        Sentences.ThrowIfRefused(await scope.GetRequiredService<RequestReset>().ExecuteAsync(
            email,
            (person, token) =>
            {
                link = AccountLinks.At(slug, AccountPaths.Reset(person, token));
                return null;
            },
            ct));
        return link;
    }

    private static async Task<string> ForgetAsync(IServiceProvider scope, string email, CancellationToken ct)
    {
        Sentences.ThrowIfRefused(await scope.GetRequiredService<ForgetFactors>().ExecuteAsync(email, ct));
        return "";
    }

    private static Task<string> AtAsync(string slug, Func<IServiceProvider, Task<string>> work, CancellationToken ct) =>
        NationalScope.RunAsync(
            async national =>
            {
                var place = await national.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().SingleOrDefaultAsync(p => p.Slug == slug, ct);
                return place is { IsAtWork: true }
                    ? await national.GetRequiredService<TenantScopes>().RunAsync(place, work)
                    : throw new RefusedException($"No place with the slug '{slug}' is at work: 'hub tenants list' shows them all.");
            },
            ct);
}
