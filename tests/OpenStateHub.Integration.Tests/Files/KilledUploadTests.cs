using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Files;

/// <summary>Killed with -9 while files come in: what was acknowledged is there to the last byte, and what was not leaves only something to sweep.</summary>
[WaitsForProcesses]
public sealed class KilledUploadTests(TestHub hub) : IClassFixture<TestHub>
{
    private const int AtOnce = 4;

    [Fact]
    public async Task No_row_is_without_its_bytes_and_no_acknowledged_file_without_its_row()
    {
        var random = new Random(Stress.Seed);
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        var place = await hub.PlaceAsync("durango");
        await hub.PersonAsync(place, Role.Administrator);
        var acknowledged = new ConcurrentBag<string>();

        for (var round = 0; round < Stress.Rounds(full: 50); round++)
        {
            await using var site = await SiteProcess.StartAsync(hub);
            using var browser = site.Browser("durango");
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(GivenPeople.EmailOf(Role.Administrator))).Status);
            var token = await browser.TokenAsync();
            var sending = Enumerable.Range(0, AtOnce).Select(_ => SendUntilKilledAsync(browser, token, random.Next(), acknowledged)).ToList();

            // Some files in, others under way: how far each is, chance decides.
            var enough = acknowledged.Count + random.Next(1, 2 * AtOnce);

            while (acknowledged.Count < enough && !sending.TrueForAll(one => one.IsCompleted))
            {
                await Task.Delay(5);
            }

            await Task.Delay(random.Next(0, 100));
            await site.KillAsync();
            await Task.WhenAll(sending);
            await EverythingIsThereAsync(place, acknowledged);
        }

        Assert.InRange(acknowledged.Count, Stress.Rounds(full: 50), int.MaxValue);
        TestContext.Current.SendDiagnosticMessage($"{acknowledged.Count} files acknowledged, {GivenFiles.PathsOf(hub).Count(path => path[1] == "incoming")} left half-way.");

        hub.Clock.Now = TimeProvider.System.GetUtcNow() + SweepFiles.Grace + TimeSpan.FromMinutes(1);
        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<SweepFiles>().ExecuteAsync(default)));
        Assert.Empty(GivenFiles.PathsOf(hub));
        Assert.Empty(await hub.FilesAsync(place));
    }

    private static async Task SendUntilKilledAsync(Browser browser, string token, int seed, ConcurrentBag<string> acknowledged)
    {
        var random = new Random(seed);

        while (true)
        {
            var content = new byte[random.Next(1, 3 * 1024 * 1024)];
            random.NextBytes(content);

            try
            {
                var (status, answer) = await browser.Client.SendByScriptAsync(token, "datos.bin", content);
                Assert.Equal(HttpStatusCode.OK, status);
                acknowledged.Add(answer!.Sha256!);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private async Task EverythingIsThereAsync(Tenant place, IReadOnlyCollection<string> acknowledged)
    {
        var files = await hub.FilesAsync(place);
        Assert.Empty(acknowledged.Except(files.Select(file => file.Sha256)));

        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(hub.DataFolder, "files", place.Id.ToString(), file.Sha256[..2], file.Sha256));
            Assert.Equal((file.Sha256, file.Bytes), (GivenFiles.Sha256(content), content.LongLength));
        }
    }
}
