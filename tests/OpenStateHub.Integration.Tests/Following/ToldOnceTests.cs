using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Mail;

namespace OpenStateHub.Integration.Tests.Following;

/// <summary>Each act is told once to each follower, whoever is stopped midway or killed, and however many tell it.</summary>
public sealed class ToldOnceTests(PostgresServer server) : IAsyncLifetime
{
    private const int Followers = 40, TokenLength = 43;

    private readonly TestHub hub = new(server);

    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        hub.Clock.Now = TimeProvider.System.GetUtcNow();
        place = await hub.PlaceAsync("durango");

        for (var i = 0; i < Followers; i++)
        {
            await FollowAsync($"persona{i}@ejemplo.mx");
        }
    }

    [Fact]
    public async Task Who_is_stopped_midway_told_nobody_and_four_at_once_tell_each_once()
    {
        await ActAsync();
        var told = 0;

        await Assert.ThrowsAsync<OperationCanceledException>(() => TellAsync(() => told++ < 3 ? MailHub.Letter() : throw new OperationCanceledException()));
        Assert.Empty(await LettersAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TellAsync(() => MailHub.Letter())));
        await TellAsync(() => MailHub.Letter());
        Assert.Equal(Followers, (await LettersAsync()).Count);

        await ActAsync();
        await TellAsync(() => MailHub.Letter());
        Assert.All((await LettersAsync()).CountBy(recipient => recipient), letters => Assert.Equal(2, letters.Value));
    }

    [Fact]
    public async Task Killed_workers_lose_and_double_nothing()
    {
        var random = new Random(Stress.Seed);
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        var acts = Stress.IsOn ? 30 : 1;

        for (var act = 1; act <= acts; act++)
        {
            await ActAsync();
            await using var worker = await SiteProcess.StartAsync(hub);
            await Task.Delay(random.Next(0, 400));
            await worker.KillAsync();
            await LetLeasesEndAsync();
        }

        await using var last = await SiteProcess.StartAsync(hub);
        await Eventually.IsAsync(TimeSpan.FromMinutes(1), async () => (await LettersAsync()).Count >= Followers && !await IsDueAsync());

        // Acts that came before a worker looked are told together: never two letters of one stretch, and none is left out.
        var stretches = await ReadAsync(db => db.FollowerLetters.AsNoTracking().OrderBy(l => l.AfterSequence).ToListAsync());
        Assert.All(stretches.GroupBy(letter => letter.FollowerId), letters =>
        {
            Assert.Equal(letters.Skip(1).Select(l => l.AfterSequence), letters.SkipLast(1).Select(l => l.LastSequence));
            Assert.Equal((0, acts), (letters.First().AfterSequence, letters.Last().LastSequence));
        });
        Assert.Equal(stretches.Count, (await LettersAsync()).Count);
        Assert.Equal(Followers, stretches.DistinctBy(letter => letter.FollowerId).Count());
    }

    /// <summary>Something public.</summary>
    private Task ActAsync() => hub.AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
        new() { Sector = Sector.Government, Organization = "Contraloría del Estado", OrganizationType = OrganizationType.Other }, default)));

    private Task FollowAsync(string address) => hub.AsAsync(place, async scope =>
    {
        var made = "";
        var input = new AskToFollow.Input { Subject = Topic.Place, Address = address, Frequency = Frequency.AtOnce, Language = "es", AcceptsNotice = true };
        Assert.Equal((true, null), await scope.GetRequiredService<AskToFollow>().ExecuteAsync(
            input, (_, token) => MailHub.Letter() with { Subject = made = token }, default));
        Assert.Equal((true, null), await scope.GetRequiredService<ConfirmFollower>().ExecuteAsync(made, default));
    });

    private Task<DateTimeOffset?> TellAsync(Func<Letter> letter) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<TellFollowers>().ExecuteAsync((_, _) => letter(), default));

    /// <summary>To whom news went: the letters that asked for a second yes have a token for a subject.</summary>
    private Task<List<string>> LettersAsync() =>
        ReadAsync(db => db.MailQueue.Where(mail => mail.Subject.Length != TokenLength).Select(mail => mail.Recipient).ToListAsync());

    private async Task<bool> IsDueAsync() => await ReadAsync(db => db.WorkDue.AnyAsync(work => work.Kind == WorkKind.Following));

    private Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> read) => hub.AsAsync(place, scope => read(scope.GetRequiredService<HubDbContext>()));

    /// <summary>As two minutes would: nobody waits for them here.</summary>
    private async Task LetLeasesEndAsync()
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand("update work_due set due_at = now() where kind = 'Following'");
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
