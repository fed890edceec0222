using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Tenants;

internal static class ActivateCommand
{
    public static Command Create()
    {
        var slug = new Argument<string?>("SLUG") { Description = "The listed place's slug.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every listed place." };
        var command = new Command("activate", "Provision listed places: their hosts are served from then on.") { slug, all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(slug) is null != result.GetValue(all))
            {
                result.AddError("Name either one place or --all.");
            }
        });
        command.SetAction((parsed, ct) => NationalScope.RunAsync(
            national => parsed.GetValue(slug) is { } one ? OneAsync(national, one, ct) : AllAsync(national, ct), ct));
        return command;
    }

    private static async Task<int> OneAsync(IServiceProvider national, string slug, CancellationToken ct)
    {
        Sentences.ThrowIfRefused(await national.GetRequiredService<ActivateTenant>().ExecuteAsync(slug, ct));
        Console.WriteLine($"{slug} is active.");
        return 0;
    }

    private static async Task<int> AllAsync(IServiceProvider national, CancellationToken ct)
    {
        var count = await national.GetRequiredService<ActivateListedTenants>().ExecuteAsync(ct);
        Console.WriteLine($"{count} places activated.");
        return 0;
    }
}
