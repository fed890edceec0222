using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Files;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Mail;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>What is there when the fire is out, against what was acknowledged and what was only tried.</summary>
internal sealed class Aftermath(TestHub hub, IReadOnlyList<Tenant> places, Load load, SmtpServer smtp)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HashSet<string> underWay = [];

    public string Said { get; private set; } = "";

    /// <summary>Letters of which a killed process, or one that lost the database, could not say whether they had left.</summary>
    public async Task RememberUnderWayAsync() => underWay.UnionWith(await ReadAsync("select recipient from mail_queue where status = 'Sending'"));

    /// <summary>As two minutes would, with no node at work.</summary>
    public async Task LetLeasesEndAsync() =>
        await ReadAsync("with letters as (update mail_queue set due_at = now() where status in ('Sending', 'Waiting')) update work_due set due_at = now() returning kind");

    public async Task EverythingWasSentAsync() => await Eventually.IsAsync(
        Patience,
        async () => (await ReadAsync("select recipient from mail_queue where status <> 'Sent'")).Count == 0,
        () => "Letters still wait.");

    public async Task IsWholeAsync()
    {
        var names = new List<string>();
        var (entries, faults) = (0, new List<LedgerFault>());
        var (files, documents) = (new List<string>(), new List<string>());

        foreach (var place in places)
        {
            await hub.AsAsync(place, async scope =>
            {
                var db = scope.GetRequiredService<HubDbContext>();
                var edited = await db.DatedNames.ToListAsync();
                var published = await db.Documents.ToListAsync();
                var ledger = await db.LedgerEntries.AsNoTracking().ToListAsync();
                var verified = await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default);
                names.AddRange(edited.Select(name => name.Name));
                documents.AddRange(published.Select(document => document.Sha256));
                faults.AddRange(verified.Faults);
                entries += verified.Entries;

                // One entry for each, and none for anything else.
                Assert.Equal(
                    edited.Select(name => new Subject("name", name.Id)).Concat(published.Select(document => DocumentSubjects.Document(document.Id))).Select(subject => subject.ToString()).Order(),
                    ledger.Select(entry => entry.Subject.ToString()).Order());
            });
            files.AddRange((await hub.FilesAsync(place)).Select(file => Content(place, file)));
        }

        Assert.Empty(faults);
        IsOnce(load.Edits, names);
        IsOnce(load.Files, files);
        IsOnce(load.Documents, documents);
        var invited = await ReadAsync("select email from invitations where email like 'n%'");
        IsOnce(load.Invitations, invited);
        var twice = Mail(invited);
        Said = $"Acknowledged and there once: {Sum(load.Edits)} edits, {Sum(load.Files)} files, {Sum(load.Documents)} documents, {Sum(load.Invitations)} invitations; {entries} ledger entries verified; "
            + $"{invited.Count} letters arrived, {twice} of them twice ({underWay.Count} were under way at a kill)";
    }

    /// <returns>How many letters came twice.</returns>
    private int Mail(List<string> invited)
    {
        var copies = smtp.Received.Where(mail => mail.Recipient.StartsWith('n')).GroupBy(mail => mail.Recipient).ToDictionary(group => group.Key, group => group.ToList());
        Assert.Equal(invited.Order(), copies.Keys.Order());
        var several = copies.Where(pair => pair.Value.Count > 1).ToList();
        Assert.All(several, pair =>
        {
            Assert.Contains(pair.Key, underWay);
            Assert.Single(pair.Value.Select(mail => mail.MessageId).Distinct());
        });
        return several.Count;
    }

    /// <summary>Each acknowledged one is there once; of those that were only tried each at most once; and nothing that nobody sent.</summary>
    private static void IsOnce(ConcurrentDictionary<string, bool> sent, List<string> there)
    {
        Assert.Equal(there.Count, there.Distinct().Count());
        Assert.Empty(sent.Where(pair => pair.Value).Select(pair => pair.Key).Except(there));
        Assert.Empty(there.Except(sent.Keys));
    }

    private static string Sum(ConcurrentDictionary<string, bool> sent) => $"{sent.Values.Count(acknowledged => acknowledged)} of {sent.Count}";

    /// <returns>The hash of its bytes as they stand on the disk.</returns>
    private string Content(Tenant place, StoredFile file) =>
        GivenFiles.Sha256(File.ReadAllBytes(Path.Combine(hub.DataFolder, "files", place.Id.ToString(), file.Sha256[..2], file.Sha256)));

    /// <summary>Over all places, as the server's own administrator.</summary>
    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(hub.AdminConnection) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();

        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
