using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Isolation;

/// <summary>The one way across the wall: in one transaction, and back to where one came from.</summary>
public sealed partial class OperateOnTests(PostgresServer server) : IAsyncLifetime
{
    // Who goes across, and why no other way would do.
    private static readonly string[] Users =
    [
        "InvitePlace", // a link in the new place, and the record of it in the nation's
        "AnswerProposal", // the state that proposed learns the answer
        "ProposePlace", // the nation receives it
        "RevokePlaceInvitation",
        // A municipality and the guarantor of its state, about the seat that one offers the other: each keeps its own row.
        "OfferGuarantorSeat", "AcceptSeatOffer", "DeclineSeatOffer",
        // Both sides of a conversation hold each word of it.
        "SendMessage",

        // An operator's request for an archive stands among the place's own rows, where its people see it.
        "PlaceExports",
    ];

    private readonly TestHub hub = new(server);
    private Tenant national = null!;
    private Tenant durango = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        (national, durango) = (await hub.NationalAsync(), await hub.PlaceAsync("durango"));
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task What_is_done_there_belongs_to_that_place_and_what_follows_to_ones_own()
    {
        await hub.AsAsync(national, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await NameAsync(scope, "De la nación, antes");
            await scope.GetRequiredService<OperateOn>().RunAsync(durango, async there => await NameAsync(there, "De Durango"), default);
            await NameAsync(scope, "De la nación, después");
            await transaction.CommitAsync();
        });

        Assert.Equal(["De Durango"], await NamesAsync(durango));
        Assert.Equal(["De la nación, antes", "De la nación, después"], await NamesAsync(national));
    }

    [Fact]
    public async Task Without_a_commit_nothing_is_left_on_either_side()
    {
        await hub.AsAsync(national, async scope =>
        {
            await using var transaction = await scope.GetRequiredService<HubDbContext>().Database.BeginTransactionAsync();
            await NameAsync(scope, "De la nación");
            await scope.GetRequiredService<OperateOn>().RunAsync(durango, async there => await NameAsync(there, "De Durango"), default);
        });

        Assert.Empty(await NamesAsync(durango));
        Assert.Empty(await NamesAsync(national));
    }

    [Fact]
    public async Task What_fails_there_leads_back_and_leaves_nothing_there()
    {
        await hub.AsAsync(national, async scope =>
        {
            await using var transaction = await scope.GetRequiredService<HubDbContext>().Database.BeginTransactionAsync();
            await Assert.ThrowsAsync<DbUpdateException>(() => scope.GetRequiredService<OperateOn>().RunAsync(durango, async there =>
            {
                await NameAsync(there, "De Durango");
                return await NameAsync(there, "");
            }, default));
            await NameAsync(scope, "De la nación");
            await transaction.CommitAsync();
        });

        Assert.Empty(await NamesAsync(durango));
        Assert.Equal(["De la nación"], await NamesAsync(national));
    }

    [Fact]
    public async Task What_fails_after_a_further_step_leads_all_the_way_back()
    {
        var morelos = await hub.PlaceAsync("morelos");
        await hub.AsAsync(national, async scope =>
        {
            await using var transaction = await scope.GetRequiredService<HubDbContext>().Database.BeginTransactionAsync();
            await Assert.ThrowsAsync<DbUpdateException>(() => scope.GetRequiredService<OperateOn>().RunAsync(durango, async there =>
            {
                await there.GetRequiredService<OperateOn>().RunAsync(morelos, async further => await NameAsync(further, "De Morelos"), default);
                return await NameAsync(there, "");
            }, default));
            await NameAsync(scope, "De la nación");
            await transaction.CommitAsync();
        });

        Assert.Empty(await NamesAsync(morelos));
        Assert.Empty(await NamesAsync(durango));
        Assert.Equal(["De la nación"], await NamesAsync(national));
    }

    [Fact]
    public async Task Outside_a_transaction_there_is_no_way() => await hub.AsAsync(national, scope =>
        Assert.ThrowsAsync<InvalidOperationException>(() => scope.GetRequiredService<OperateOn>().RunAsync(durango, _ => Task.FromResult(0), default)));

    [Fact]
    public void Only_those_go_across_who_stand_on_the_list()
    {
        var found = from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
                    where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                    let name = Path.GetFileNameWithoutExtension(file)
                    where name is not ("OperateOn" or "HubServices") && Used().IsMatch(File.ReadAllText(file))
                    orderby name
                    select name;

        Assert.Equal(Users.Order(StringComparer.Ordinal), found);
    }

    private static async Task<int> NameAsync(IServiceProvider scope, string name)
    {
        var db = scope.GetRequiredService<HubDbContext>();
        db.DatedNames.Add(new DatedName { Subject = NameSubject.LegalBasis, Name = name });
        return await db.SaveChangesAsync();
    }

    private Task<List<string>> NamesAsync(Tenant place) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().DatedNames.Select(name => name.Name).OrderBy(name => name).ToListAsync());

    [GeneratedRegex(@"\bOperateOn\b")]
    private static partial Regex Used();
}
