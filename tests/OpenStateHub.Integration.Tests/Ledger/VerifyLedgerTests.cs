using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Ledger;

/// <summary>Whatever somebody with the owner's power does to the history is named by <c>hub ledger verify</c>.</summary>
public sealed class VerifyLedgerTests(PostgresServer server) : IAsyncLifetime
{
    /// <summary>What is done to a place, and what is said of it.</summary>
    private static readonly (string Place, string Tampering, string Sentence)[] Tampered =
    [
        ("aguascalientes", "update ledger_entries set occurred_on = occurred_on + 1 where sequence = 2 and {0}", "entry 2 (commitment/agua-limpia) was changed"),
        ("campeche", "update ledger_entries set hash = overlay(hash placing 'ffff' from 1) where sequence = 2 and {0}", "the chain is broken at entry 3"),
        ("chiapas", "delete from ledger_entries where sequence = 3 and {0}", "entry 3 is missing"),
        ("chihuahua", "delete from ledger_entries where sequence > 5 and {0}", "the tail was cut: the chain ends at entry 5, its head at 7"),
        (
            "coahuila",
            """
            delete from ledger_entries where sequence > 5 and {0};
            update ledger_heads set sequence = 5, hash = (select hash from ledger_entries where sequence = 5 and {0}) where {0}
            """,
            "the tail was cut: the chain ends at entry 5, the anchor knows 7"),
        ("colima", "update ledger_heads set hash = repeat('a', 64) where {0}", "the head (entry 7) is not the last entry (7)"),
        ("guerrero", "update activities set due_on = due_on + 30 where {0}", "activity/agua-limpia/"),
        ("hidalgo", "update action_plans set title = title || '.' where {0}", "plan/2026 was changed since its latest entry (4)"),
        ("jalisco", "update plan_versions set text = replace(text, 'Agua', 'agua') where {0}", "plan/2026 was changed since its latest entry (4)"),
        ("morelos", "delete from seats where organization like '%Guarantor' and {0}", "is no longer there"),
        (
            "nayarit",
            """
            insert into seats select tenant_id, gen_random_uuid(), sector, 'Otra', organization_type, branch, from_on, until_on, source, is_demonstration
            from seats where {0} limit 1
            """,
            "is public and no entry tells of it"),
    ];

    private readonly TestHub hub = new(server);
    private string anchor = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        await RunningAsync("durango");
        anchor = Path.GetTempFileName();
    }

    [Fact]
    public async Task An_untouched_history_is_clean_and_each_kind_of_tampering_is_named()
    {
        foreach (var (place, _, _) in Tampered)
        {
            await RunningAsync(place);
        }

        await AnchorAsync();
        Assert.Equal(0, (await VerifyAsync()).Exit);

        await RunAsync("alter table ledger_entries drop constraint hash_is_of_its_fields; alter table plan_versions drop constraint sha256_is_of_its_text");

        foreach (var (place, tampering, _) in Tampered)
        {
            await TamperAsync(string.Format(CultureInfo.InvariantCulture, tampering, $"tenant_id = '{(await hub.FindAsync(place)).Id.Value}'"));
        }

        var (exit, output) = await VerifyAsync();

        Assert.Equal(1, exit);
        Assert.All(Tampered, kind => Assert.Contains(output.Split('\n'), line => line.StartsWith($"{kind.Place}: ", StringComparison.Ordinal) && line.Contains(kind.Sentence, StringComparison.Ordinal)));
        Assert.DoesNotContain("durango: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_watched_when_its_bytes_are_gone()
    {
        var place = await hub.FindAsync("durango");
        await AnchorAsync();
        var document = await hub.WithdrawnDocumentAsync(place);
        var subject = DocumentSubjects.Document(document.Id);
        await RunAsync("create schema kept; create table kept.documents as table documents");

        foreach (var (tampering, kind) in new[]
        {
            ("update documents set name = 'acta.pdF'", LedgerFaultKind.RowChanged),
            ("update documents set bytes = bytes + 1", LedgerFaultKind.RowChanged),
            ("update documents set published_on = published_on - 1", LedgerFaultKind.RowChanged),
            ("update documents set withdrawn_on = withdrawn_on + 1", LedgerFaultKind.RowChanged),
            ("update documents set withdrawal_reason = withdrawal_reason || '.'", LedgerFaultKind.RowChanged),
            ("update documents set withdrawn_on = null, withdrawal_reason = null", LedgerFaultKind.RowChanged),
            ("delete from documents", LedgerFaultKind.RowGone),
        })
        {
            await TamperAsync(tampering);
            Assert.Equal((tampering, (kind, (Subject?)subject)), (tampering, Assert.Single(await FaultsAsync(place))));
            await RunAsync("delete from documents; insert into documents select * from kept.documents");
            Assert.Empty(await FaultsAsync(place));
        }

        await TamperAsync("update documents set sha256 = overlay(sha256 placing translate(left(sha256, 1), '0123456789abcdef', '123456789abcdef0') from 1)");
        Assert.Contains($"durango: {subject} was changed since its latest entry (9)", (await VerifyAsync()).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update ledger_entries set office = 'Otra' where sequence = 2", PostgresErrorCodes.CheckViolation)]
    [InlineData("insert into ledger_entries select tenant_id, 9, recorded_at, occurred_on, office, sector, act, subject_kind, subject_key, content_hash, hash, hash from ledger_entries where sequence = 7", PostgresErrorCodes.CheckViolation)]
    public async Task The_database_refuses_an_entry_that_does_not_fit(string attempt, string state)
    {
        Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(attempt))).SqlState);
    }

    private async Task RunningAsync(string slug) => await hub.AsAsync(await hub.PlaceAsync(slug), scope => GivenPlans.RunningPlanAsync(scope));

    private async Task AnchorAsync() => await File.WriteAllTextAsync(anchor, (await HubProcess.RunAsync(hub.OwnerConnection, "ledger", "heads")).Output);

    private Task<List<(LedgerFaultKind, Subject?)>> FaultsAsync(Tenant place) => hub.AsAsync(place, async scope =>
        (await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default)).Faults.Select(fault => (fault.Kind, fault.Subject)).ToList());

    private Task<(int Exit, string Output)> VerifyAsync() => HubProcess.RunAsync(hub.OwnerConnection, "ledger", "verify", "--anchor", anchor);

    // As the administrator, whom no policy binds, with the keys between rows asleep.
    private Task TamperAsync(string sql) => RunAsync("set session_replication_role = replica; " + sql);

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.AdminConnection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(anchor);
        await hub.DisposeAsync();
    }
}
