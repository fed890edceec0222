using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Secretariat.Decisions;

/// <summary>Many seats vote at the same moment: each vote counts, nobody is asked again, and the history has no gap.</summary>
public sealed class ManyVotesTests(TestHub hub) : IClassFixture<TestHub>
{
    private static readonly int Seats = Stress.IsOn ? 200 : 60;

    [Fact]
    public async Task Votes_at_the_same_moment_all_count_and_the_ledger_has_no_gap()
    {
        var random = new Random(Stress.Seed);
        var place = await hub.PlaceAsync("veracruz");
        var seats = await hub.AsAsync(place, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            var made = Enumerable.Range(0, Seats)
                .Select(i => new Seat { Sector = (Sector)(i % 3), Organization = $"Organización {i}", OrganizationType = OrganizationType.Other })
                .ToList();
            db.Seats.AddRange(made);
            await db.SaveChangesAsync();
            return made;
        });

        for (var round = 1; round <= (Stress.IsOn ? 20 : 1); round++)
        {
            var decision = hub.InWriting();
            Assert.Null(await hub.PutToVoteAsync(place, decision));
            var said = seats.ToDictionary(seat => seat.Id, _ => (VoteChoice)random.Next(3));

            // Some press twice, and everybody at once.
            var refusals = await Task.WhenAll(seats
                .Concat(seats.Where(_ => random.Next(4) == 0))
                .OrderBy(_ => random.Next())
                .ToList()
                .Select(seat => Task.Run(() => hub.VoteAsync(place, decision.Id, seat.Id, said[seat.Id]))));
            Assert.All(refusals, Assert.Null);
            Assert.Null(await hub.CloseAsync(place, decision.Id));

            var closed = await hub.ReadAsync(place, decision.Id);
            Assert.Equal(
                seats.GroupBy(seat => seat.Sector).OrderBy(group => group.Key).Select(group => (
                    group.Key,
                    group.Count(seat => said[seat.Id] is VoteChoice.InFavour),
                    group.Count(seat => said[seat.Id] is VoteChoice.Against),
                    group.Count(seat => said[seat.Id] is VoteChoice.Abstention))),
                closed.Tally.BySector.Select(sector => (sector.Sector, sector.InFavour, sector.Against, sector.Abstentions)));
        }

        var entries = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries
            .OrderBy(entry => entry.Sequence).Select(entry => new { entry.Sequence, entry.Act }).ToListAsync());
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.Sequence));
        Assert.Equal(Seats * (Stress.IsOn ? 20 : 1), entries.Count(entry => entry.Act == DecisionActs.BallotCast));
        Assert.DoesNotContain(
            (await hub.AsAsync(place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default))).Faults,
            fault => fault.Kind is not LedgerFaultKind.RowUnrecorded);
    }
}
