using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Files;

/// <summary>After a day nothing is left that nobody uses, and everything that somebody does.</summary>
public sealed class SweepFilesTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task What_nothing_uses_goes_after_a_day_and_not_before()
    {
        var place = await hub.PlaceAsync("durango");
        await hub.PersonAsync(place, Role.Administrator);
        await using var site = new HubSite(hub);
        using var browser = await site.SignedInAsync("durango", Role.Administrator);
        var (used, unused, again) = (GivenFiles.Pdf("en uso"), GivenFiles.Pdf("sin uso"), GivenFiles.Pdf("otra vez"));
        var start = hub.Clock.Now;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(("a.pdf", used), ("b.pdf", unused), ("c.pdf", again))).Status);
        Assert.Equal(start + SweepFiles.Grace, await DueAtAsync(place));
        await hub.PublishAsync(place, used);
        var folder = Path.Combine(hub.DataFolder, "files", place.Id.ToString());
        var orphan = Leave(folder, new string('a', 64), start);
        var leftBehind = Leave(Path.Combine(folder, "incoming"), "0123", start, nested: false);

        hub.Clock.Now = start + TimeSpan.FromHours(12);
        await browser.SendAsync(("c.pdf", again));
        Assert.Equal(start + SweepFiles.Grace, await SweepAsync(place));
        Assert.Equal(3, (await hub.FilesAsync(place)).Count);
        Assert.True(File.Exists(orphan) && File.Exists(leftBehind));

        hub.Clock.Now = start + SweepFiles.Grace + TimeSpan.FromMinutes(1);
        Assert.Equal(start + TimeSpan.FromHours(12) + SweepFiles.Grace, await SweepAsync(place));
        Assert.Equal(["a.pdf", "c.pdf"], (await hub.FilesAsync(place)).Select(file => file.Name).Order());
        Assert.False(File.Exists(orphan) || File.Exists(leftBehind));

        hub.Clock.Now = start + (SweepFiles.Grace * 2);
        Assert.Null(await SweepAsync(place));
        Assert.Null(await SweepAsync(place));
        Assert.Equal(GivenFiles.Sha256(used), Path.GetFileName(Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories))));
    }

    private static string Leave(string folder, string name, DateTimeOffset at, bool nested = true)
    {
        var path = Path.Combine(Directory.CreateDirectory(nested ? Path.Combine(folder, name[..2]) : folder).FullName, name);
        File.WriteAllText(path, "de un proceso que ya no está");
        File.SetLastWriteTimeUtc(path, at.UtcDateTime);
        return path;
    }

    private Task<DateTimeOffset> DueAtAsync(Tenant place) => hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().WorkDue
        .Where(work => work.TenantId == place.Id && work.Kind == WorkKind.Files).Select(work => work.DueAt).SingleAsync());

    private Task<DateTimeOffset?> SweepAsync(Tenant place) => hub.AsAsync(place, scope => scope.GetRequiredService<SweepFiles>().ExecuteAsync(default));
}
