using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Seeding;

/// <summary>Tells one tenant's story through the commands that people use, each in its own scope, as if they had happened one after the other.</summary>
internal sealed class DemoTenant(TenantScopes scopes, Tenant place, DemoFile file, Sources sources, DateOnly today)
{
    public DateOnly Today => today;

    /// <summary>By the clocks of the place.</summary>
    public DateTime LocalNow => place.LocalTime(TimeProvider.System.GetUtcNow());

    public bool IsToday(DateTimeOffset instant) => DateOnly.FromDateTime(place.LocalTime(instant)) == place.Today(TimeProvider.System);

    public DateTimeOffset StartOf(Day day) => place.InstantOf(day.On(today), TimeOnly.MinValue);

    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var name in file.Names)
        {
            await DoAsync<RecordDatedName>(name.Text, command => command.ExecuteAsync(new DatedName
            {
                Subject = name.Subject,
                Name = name.Text,
                Acronym = name.Acronym,
                FromOn = On(name.From),
                UntilOn = On(name.Until),
                Source = sources.Of(name.Source),
                Note = name.Note,
            }, ct));
        }

        foreach (var step in file.Steps)
        {
            await DoAsync<RecordInstallationStep>(step.Title, command => command.ExecuteAsync(new RecordInstallationStep.Input
            {
                Kind = step.Kind,
                Title = step.Title,
                OccurredOn = On(step.On),
                KnownBy = On(step.KnownBy),
                Note = step.Note,
                Source = sources.Of(step.Source),
            }, ct));
        }

        if (file.Secretariat is { } secretariat)
        {
            await SeedSecretariatAsync(secretariat, ct);
        }

        foreach (var plan in file.Plans)
        {
            await new DemoPlan(this, plan, sources).SeedAsync(ct);
        }

        foreach (var offer in file.Offers)
        {
            await DoAsync<PublishOffer>(offer.Title, command => command.ExecuteAsync(
                Guid.CreateVersion7(), offer.Kind, OfferText.From(offer.Topic, offer.Title, offer.About, offer.Office), ct, isDemonstration: true));
        }

        await scopes.RunAsync(place, scope => scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(ct));
    }

    /// <summary>Runs one command in a scope of its own; a refusal ends the seeding, because the files must fit the rules.</summary>
    /// <param name="office">The body that acts; null: whoever runs the hub.</param>
    public async Task DoAsync<TCommand>(string what, Func<TCommand, Task<Refusal?>> execute, string? office = null)
        where TCommand : notnull
    {
        if (await scopes.RunAsync(place, scope =>
            {
                scope.GetRequiredService<ActingOffice>().Enter(office is null ? Hub.Office : new ActingOffice.Named(office, nameof(Sector.Government)));
                return execute(scope.GetRequiredService<TCommand>());
            }) is { } refusal)
        {
            throw new RefusedException($"seeds/demo/{file.Slug}.json: {typeof(TCommand).Name} refused \"{what}\": {refusal.Code} {refusal.Detail}");
        }
    }

    public Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> read) => scopes.RunAsync(place, scope => read(scope.GetRequiredService<HubDbContext>()));

    /// <summary>The id of a plan by its slug.</summary>
    public Task<Guid> PlanAsync(string slug, CancellationToken ct) =>
        ReadAsync(db => db.ActionPlans.Where(plan => plan.Slug == slug).Select(plan => plan.Id).SingleAsync(ct));

    public DateOnly? On(Day? day) => day?.On(today);

    private async Task SeedSecretariatAsync(DemoFile.SecretariatPart secretariat, CancellationToken ct)
    {
        foreach (var seat in secretariat.Seats)
        {
            await DoAsync<FillSeat>(seat.Organization, command => command.ExecuteAsync(new FillSeat.Input
            {
                Sector = seat.Sector,
                Organization = seat.Organization,
                OrganizationType = seat.OrganizationType,
                Branch = seat.Branch,
                FromOn = On(seat.From),
                UntilOn = On(seat.Until),
                Source = sources.Of(seat.Source ?? secretariat.Source),
                IsDemonstration = seat.Demo,
            }, ct));
        }

        if (secretariat.Facilitator is { } facilitator)
        {
            await DoAsync<NameFacilitator>(facilitator, command => command.ExecuteAsync(new NameFacilitator.Input
            {
                Organization = facilitator,
                Source = sources.Of(secretariat.Source),
            }, ct));
        }
    }
}
