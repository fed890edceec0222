using Npgsql;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>The delivering process killed with -9 at random moments: every letter arrives, twice only from the one window.</summary>
[WaitsForProcesses]
public sealed class KilledWorkerTests(PostgresServer server) : IAsyncLifetime
{
    private const int LettersOfOnePlace = 20;

    private readonly MailHub hub = new(server) { Smtp = new() { Pace = TimeSpan.FromMilliseconds(20) } };

    public ValueTask InitializeAsync()
    {
        hub.Clock.Now = TimeProvider.System.GetUtcNow();
        return hub.InitializeAsync();
    }

    [Fact]
    public async Task Every_letter_arrives_and_only_one_that_was_under_way_twice()
    {
        var random = new Random(Stress.Seed);
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        var places = new[] { await hub.PlaceAsync("durango"), await hub.PlaceAsync("morelos"), await hub.PlaceAsync("oaxaca") };
        var expected = new List<string>();
        var underWay = new HashSet<string>();

        for (var round = 0; round < Stress.Rounds(full: 50); round++)
        {
            foreach (var place in places)
            {
                var recipients = Enumerable.Range(0, LettersOfOnePlace).Select(number => $"r{round}n{number}@{place.Slug}.example").ToArray();
                expected.AddRange(recipients);
                await hub.QueueAsync(place, MailHub.Letter(), recipients);
            }

            var before = hub.Smtp.Received.Count;
            await using var worker = await SiteProcess.StartAsync(hub, [.. hub.Smtp.AsEnvironment(), ("Mail__PerHour", "100000"), ("Mail__PerDay", "100000")]);
            await UntilAsync(() => Task.FromResult(hub.Smtp.Received.Count > before));
            await Task.Delay(random.Next(0, 800));
            await worker.KillAsync();
            underWay.UnionWith(await UnderWayAsync());
            await LetLeasesEndAsync();
        }

        await using var last = await SiteProcess.StartAsync(hub, [.. hub.Smtp.AsEnvironment(), ("Mail__PerHour", "100000"), ("Mail__PerDay", "100000")]);
        await UntilAsync(async () => await UnsentAsync() == 0);

        var copies = hub.Smtp.Received.GroupBy(mail => mail.Recipient).ToDictionary(group => group.Key, group => group.ToList());
        Assert.Equal(expected.Order(), copies.Keys.Order());
        Assert.All(copies.Where(copy => copy.Value.Count > 1), copy =>
        {
            Assert.Contains(copy.Key, underWay);
            Assert.Single(copy.Value.Select(mail => mail.MessageId).Distinct());
        });
        TestContext.Current.SendDiagnosticMessage($"{expected.Count} letters, {underWay.Count} under way at a kill, {copies.Count(copy => copy.Value.Count > 1)} twice");
    }

    private async Task<List<string>> UnderWayAsync() => await ReadAsync("select recipient from mail_queue where status = 'Sending'");

    private async Task<int> UnsentAsync() => (await ReadAsync("select recipient from mail_queue where status <> 'Sent'")).Count;

    /// <summary>As two minutes would: nobody waits for them here.</summary>
    private async Task LetLeasesEndAsync() =>
        await ReadAsync("with letters as (update mail_queue set due_at = now() where status = 'Sending') update work_due set due_at = now() returning kind");

    /// <summary>Over all places, as the server's own administrator.</summary>
    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();

        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        var patience = TimeProvider.System.GetTimestamp();

        while (!await isTrue())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromMinutes(2), "It did not come true within two minutes.");
            await Task.Delay(20);
        }
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
