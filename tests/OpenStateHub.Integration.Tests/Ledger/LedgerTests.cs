using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Ledger;

/// <summary>What each command leaves on the chain, and that the chain holds.</summary>
public sealed class LedgerTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task Two_hundred_changes_at_once_make_one_chain()
    {
        var place = await hub.PlaceAsync("durango");

        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, ct) =>
            Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<FillSeat>().ExecuteAsync(
                new() { Sector = Sector.CivilSociety, Organization = $"Organización {number}", OrganizationType = OrganizationType.Ngo }, ct))));

        var entries = await EntriesAsync(place);
        Assert.Equal(Enumerable.Range(1, 200), entries.Select(e => e.Sequence));
        Assert.Equal(entries.Select(e => e.Hash).SkipLast(1).Prepend(LedgerEntry.NoHash), entries.Select(e => e.PreviousHash));
        Assert.Equal(200, (await VerifiedAsync(place)).Entries);
    }

    [Fact]
    public async Task Every_public_act_of_a_plan_is_an_entry_with_its_day_and_office()
    {
        var place = await hub.PlaceAsync("morelos");
        var activities = await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope, activities: 2));
        await DoAsync<ReportProgress>(place, command => command.ExecuteAsync(
            GivenPlans.Complete(activities[0], on: new(2026, 4, 1)) with { Evidence = [new("Uno", "https://a.example", null), new("Dos", "https://b.example", null)] }, default));
        var evidence = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().EvidenceItems.Select(e => e.Id).FirstAsync());
        await DoAsync<WithdrawEvidence>(place, command => command.ExecuteAsync(evidence, "Muestra datos personales.", default));
        Assert.Null(await hub.AsAsync(place, scope => GivenPlans.AnswerAsync(scope, activities[0], Sector.Guarantor, on: new(2026, 4, 2))));
        Assert.Null(await hub.AsAsync(
            place, scope => GivenPlans.AnswerAsync(scope, activities[0], Sector.CivilSociety, ConfirmationOutcome.Refused, "Faltan muestras.", new(2026, 4, 3))));
        await DoAsync<EndActivity>(place, command => command.ExecuteAsync(
            new() { ActivityId = activities[1].Id, Outcome = ActivityStatus.NotFulfilled, Agreement = GivenPlans.Agreement, Reasons = "Sin presupuesto" }, default));
        await DoAsync<WithdrawCommitment>(place, command => command.ExecuteAsync(
            new() { CommitmentId = activities[0].CommitmentId, Agreement = GivenPlans.Agreement, Reasons = "Se duplica." }, default));
        await DoAsync<NameFacilitator>(place, command => command.ExecuteAsync(new() { Organization = "Universidad" }, default));
        await DoAsync<RecordInstallationStep>(place, command => command.ExecuteAsync(
            new() { Kind = InstallationStepKind.Rules, Title = "Lineamientos", OccurredOn = new(2026, 1, 2) }, default));
        await DoAsync<RecordDatedName>(place, command => command.ExecuteAsync(new DatedName { Subject = NameSubject.Guarantor, Name = "IDAIP" }, default));
        var plan = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ActionPlans.Select(p => p.Id).SingleAsync());
        await DoAsync<ClosePlan>(place, command => command.ExecuteAsync(plan, null, default));

        var entries = await EntriesAsync(place);

        Assert.Equal(
            [
                "plan.published plan/2026", "commitment.published commitment/agua-limpia",
                $"activity.published activity/agua-limpia/{activities[0].Id}", $"activity.published activity/agua-limpia/{activities[1].Id}",
                "plan.started plan/2026", "seat.filled seat", "seat.filled seat", "seat.filled seat",
                $"activity.reported activity/agua-limpia/{activities[0].Id}", $"evidence.withdrawn activity/agua-limpia/{activities[0].Id}",
                $"activity.confirmed activity/agua-limpia/{activities[0].Id}", $"activity.refused activity/agua-limpia/{activities[0].Id}",
                $"activity.ended activity/agua-limpia/{activities[1].Id}", "commitment.withdrawn commitment/agua-limpia",
                "facilitator.named facilitator", "step.recorded step", "name.recorded name", "plan.closed plan/2026",
            ],
            entries.Select(e => $"{e.Act} {(Guid.TryParse(e.SubjectKey, out _) ? e.SubjectKind : e.Subject)}"));
        var report = entries.Single(e => e.Act == TrackingActs.Reported);
        Assert.Equal(("Aguas del Municipio", "Government", new DateOnly(2026, 4, 1)), (report.Office, report.Sector, report.OccurredOn));
        Assert.Equal("CivilSociety", entries.Single(e => e.Act == TrackingActs.Refused).Sector);
        await VerifiedAsync(place);
    }

    [Fact]
    public async Task A_published_plan_is_kept_whole_and_nothing_of_it_is_changed_afterwards()
    {
        var place = await hub.PlaceAsync("oaxaca");
        await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope));

        var plan = await hub.AsAsync(place, scope => scope.GetRequiredService<ListPlanVersions>().ExecuteAsync("2026", default));
        var text = await hub.AsAsync(place, scope => scope.GetRequiredService<FindPlanVersion>().ExecuteAsync("2026", 1, default));

        var version = Assert.Single(plan!.Versions);
        Assert.Equal((1, GivenPlans.PublishedOn, GivenPlans.Agreement, CanonicalText.Sha256Of(text!)), (version.Number, version.SignedOn, version.Agreement, version.Sha256));
        Assert.Contains("problem: No se sabe si el agua es potable.\n", text, StringComparison.Ordinal);
        await RefusedAsync(place, "update plan_versions set text = 'otro'");
        await RefusedAsync(place, "delete from plan_versions");
    }

    [Theory]
    [InlineData("update ledger_entries set office = 'Otra'")]
    [InlineData("delete from ledger_entries")]
    [InlineData("delete from ledger_heads")]
    [InlineData("update ledger_salts set salt = salt")]
    public async Task The_sites_role_cannot_change_what_was_recorded(string attempt)
    {
        var place = await hub.PlaceAsync($"veracruz-{Guid.NewGuid():N}"[..20]);
        await DoAsync<NameFacilitator>(place, command => command.ExecuteAsync(new() { Organization = "Universidad" }, default));

        await RefusedAsync(place, attempt);
    }

    [Fact]
    public async Task A_change_without_a_public_subject_is_saved_by_nobody()
    {
        var place = await hub.PlaceAsync("tlaxcala");

        await Assert.ThrowsAsync<InvalidOperationException>(() => hub.AsAsync(place, scope => scope.GetRequiredService<Core.Publishing.PublicChange>()
            .ExecuteAsync(new PublicAct("seat.filled", new Subject(SecretariatSubjects.SeatKind, Guid.NewGuid()), null), default)));

        Assert.Empty(await EntriesAsync(place));
    }

    private async Task<VerifyLedger.Result> VerifiedAsync(Tenant place)
    {
        var result = await hub.AsAsync(place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default));
        Assert.Empty(result.Faults);
        return result;
    }

    private Task<List<LedgerEntry>> EntriesAsync(Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries.OrderBy(e => e.Sequence).ToListAsync());

    private async Task DoAsync<TCommand>(Tenant place, Func<TCommand, Task<Refusal?>> execute)
        where TCommand : notnull => Assert.Null(await hub.AsAsync(place, scope => execute(scope.GetRequiredService<TCommand>())));

    private async Task RefusedAsync(Tenant place, string sql)
    {
        await using var connection = await hub.OpenAsync(place.Id);
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }
}
