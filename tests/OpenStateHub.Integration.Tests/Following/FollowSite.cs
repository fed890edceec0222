using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Mail;

namespace OpenStateHub.Integration.Tests.Following;

/// <summary>A place with a running plan of one commitment, its site, and a mail server. Tests share it: each with addresses of its own.</summary>
public sealed partial class FollowSite(PostgresServer server) : IAsyncLifetime
{
    public const string Commitment = "agua-limpia";
    public const string About = "commitment/" + Commitment;

    private readonly MailHub hub = new(server);
    private Queue<AddActivity.Input> activities = new();

    public TestHub Hub => hub;

    internal SmtpServer Smtp => hub.Smtp;

    public HubSite Site { get; private set; } = null!;

    public Tenant Place { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        (Place, _, _) = (await hub.PlaceAsync("durango"), await hub.PlaceAsync("morelos"), await hub.PlaceAsync("oaxaca"));
        activities = new(await hub.AsAsync(Place, scope => GivenPlans.RunningPlanAsync(scope, activities: 16)));
        Site = new HubSite(hub);
    }

    /// <summary>Something public happens to the commitment: an activity of it is reported.</summary>
    public Task ActAsync() => hub.AsAsync(Place, async scope =>
        Assert.Null(await scope.GetRequiredService<ReportProgress>().ExecuteAsync(GivenPlans.Complete(activities.Dequeue()), default)));

    /// <summary>The site's own worker may be at the letters too, and then nobody else is: this waits until whoever hears at once was told.</summary>
    public static Task ToldAsync(TestHub hub, Tenant place) => Eventually.IsAsync(TimeSpan.FromSeconds(20), () => hub.AsAsync(place, async scope =>
    {
        var db = scope.GetRequiredService<HubDbContext>();
        var head = await db.LedgerHeads.Where(h => h.TenantId == place.Id).Select(h => h.Sequence).SingleAsync();
        return !await db.Followers.AnyAsync(f => f.ConfirmedAt != null && f.EndedAt == null && f.Frequency == Frequency.AtOnce && f.ToldSequence < head);
    }));

    public async Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> read)
    {
        var found = default(T);
        await hub.AsAsync(Place, async scope => found = await read(scope.GetRequiredService<HubDbContext>()));
        return found!;
    }

    /// <summary>What waits is delivered by the real server, and what an address got is read there.</summary>
    internal async Task<IReadOnlyList<ReceivedMail>> LettersToAsync(string address)
    {
        // The limits of a place are for machines; here all tests share its hour.
        await hub.AsAsync(Place, async scope => Assert.Null(await scope.GetRequiredService<LimitMail>().ExecuteAsync(10_000, 10_000, default)));
        await hub.DeliverAsync(Place);
        return [.. hub.Smtp.Received.Where(mail => mail.Recipient == address)];
    }

    /// <summary>Asks for letters, as the form does.</summary>
    /// <returns>The secret of the letter's link.</returns>
    public async Task<string> AskAsync(string address, Frequency frequency = Frequency.AtOnce, Subject? about = null)
    {
        var made = "";
        var input = new AskToFollow.Input
        {
            Subject = about ?? new Subject("commitment", Commitment),
            Address = address,
            Frequency = frequency,
            Language = "es",
            AcceptsNotice = true,
        };
        await hub.AsAsync(Place, async scope => Assert.Equal((true, null), await scope.GetRequiredService<AskToFollow>().ExecuteAsync(
            input, (_, token) => MailHub.Letter() with { Action = new("Confirmar", $"https://durango.example/seguir/confirmar/{made = token}") }, default)));
        return made;
    }

    /// <summary>Asks, and confirms by the letter's link.</summary>
    public async Task FollowAsync(string address, Frequency frequency = Frequency.AtOnce, Subject? about = null)
    {
        var token = await AskAsync(address, frequency, about);
        await hub.AsAsync(Place, async scope => Assert.Equal((true, null), await scope.GetRequiredService<ConfirmFollower>().ExecuteAsync(token, default)));
    }

    /// <summary>The path of the only secret link of a letter.</summary>
    public static string LinkIn(string text) => Link().Match(text).Value;

    public Task<int> QueuedAsync(string address) => ReadAsync(db => db.MailQueue.CountAsync(mail => mail.Recipient == address));

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await hub.DisposeAsync();
    }

    [GeneratedRegex(@"/(seguir|comentar)/(confirmar|baja)/[\w-]{43}")]
    private static partial Regex Link();
}
