using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Ledger;

internal static class VerifyCommand
{
    private static readonly Option<string?> Slug = new("--tenant") { Description = "Only this place." };
    private static readonly Option<FileInfo?> Anchor = new("--anchor") { Description = "A copy of the heads, as 'hub ledger heads' printed it." };

    public static Command Create()
    {
        var command = new Command("verify", "Check each chain, its end and the public rows against their latest entries.") { Slug, Anchor };
        command.SetAction(async (parsed, ct) => await RunAsync(parsed.GetValue(Slug), await ReadAsync(parsed.GetValue(Anchor), ct), ct));
        return command;
    }

    /// <param name="slug">Only this place; null: all.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string? slug, Dictionary<string, LedgerAnchor> anchors, CancellationToken ct)
    {
        await using var hub = Hub.Open();
        var standing = await ErasedAnchors.TellAsync(hub, anchors, ct);
        var places = await PlacesAsync(hub, slug, standing.Anchors, ct);
        var results = await LongWork.ShowAsync("Ledger", progress => VerifyAsync(hub, places, standing.Anchors, progress, ct));
        return Math.Max(Tell(results), standing.Exit);
    }

    private static async Task<Dictionary<string, LedgerAnchor>> ReadAsync(FileInfo? file, CancellationToken ct)
    {
        if (file is null)
        {
            return [];
        }

        if (!file.Exists)
        {
            throw new RefusedException($"There is no file {file.FullName}.");
        }

        var anchors = new Dictionary<string, LedgerAnchor>();

        foreach (var line in (await File.ReadAllLinesAsync(file.FullName, ct)).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            var anchor = LedgerAnchor.From(line) ?? throw new RefusedException($"{file.Name}: \"{line}\" is not a slug, a sequence and a hash.");
            anchors[anchor.Slug] = anchor;
        }

        return anchors;
    }

    private static async Task<List<Tenant>> PlacesAsync(
        ServiceProvider hub, string? slug, Dictionary<string, LedgerAnchor> anchors, CancellationToken ct)
    {
        await using var scope = hub.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().OrderBy(t => t.Slug).ToListAsync(ct);
        var places = slug is null
            ? all.FindAll(place => place.Status is not TenantStatus.Listed || anchors.ContainsKey(place.Slug))
            : all.FindAll(place => place.Slug == slug);
        var unknown = anchors.Keys.Except(all.Select(place => place.Slug)).ToList();

        return places.Count == 0 ? throw new RefusedException(Sentences.Of(TenantRefusals.Unknown))
            : unknown.Count > 0 ? throw new RefusedException($"The anchor names places that are not in the catalogue: {string.Join(", ", unknown)}.")
            : places;
    }

    private static async Task<List<(Tenant Place, VerifyLedger.Result Result)>> VerifyAsync(
        ServiceProvider hub, List<Tenant> places, Dictionary<string, LedgerAnchor> anchors, IProgress<WorkProgress> progress, CancellationToken ct)
    {
        var results = new List<(Tenant, VerifyLedger.Result)>();

        foreach (var place in places)
        {
            results.Add((place, await hub.GetRequiredService<TenantScopes>().RunAsync(
                place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(anchors.GetValueOrDefault(place.Slug), ct))));
            progress.Report(new WorkProgress(results.Count, places.Count));
        }

        return results;
    }

    private static int Tell(List<(Tenant Place, VerifyLedger.Result Result)> results)
    {
        var faults = results.SelectMany(r => r.Result.Faults, (r, fault) => $"{r.Place.Slug}: {Sentence(fault)}").ToList();
        faults.ForEach(Console.WriteLine);
        var sum = $"{results.Count} chains, {results.Sum(r => r.Result.Entries)} entries, {results.Sum(r => r.Result.Subjects)} public subjects";
        Console.WriteLine(faults.Count == 0 ? $"{sum}: all as they were recorded." : $"{sum}: {faults.Count} faults.");
        return faults.Count == 0 ? 0 : 1;
    }

    internal static string Sentence(LedgerFault fault) => fault.Kind switch
    {
        LedgerFaultKind.Gap => $"entry {fault.Sequence} is missing.",
        LedgerFaultKind.Broken => $"the chain is broken at entry {fault.Sequence} ({fault.Subject}): it does not follow the entry before it.",
        LedgerFaultKind.Changed => $"entry {fault.Sequence} ({fault.Subject}) was changed: it is not what its hash was taken of.",
        LedgerFaultKind.CutTail => $"the tail was cut: the chain ends at entry {fault.Sequence}, its head at {fault.Expected}.",
        LedgerFaultKind.HeadDiffers => $"the head (entry {fault.Expected}) is not the last entry ({fault.Sequence}) or bears another hash.",
        LedgerFaultKind.CutBeforeAnchor => $"the tail was cut: the chain ends at entry {fault.Sequence}, the anchor knows {fault.Expected}.",
        LedgerFaultKind.AnchorDiffers => $"the history was written anew: entry {fault.Sequence} bears another hash than the anchor.",
        LedgerFaultKind.RowChanged => $"{fault.Subject} was changed since its latest entry ({fault.Sequence}) without being recorded.",
        LedgerFaultKind.RowGone => $"{fault.Subject} of entry {fault.Sequence} is no longer there.",
        LedgerFaultKind.RowUnrecorded => $"{fault.Subject} is public and no entry tells of it.",
        LedgerFaultKind.SaltGone => $"the salt of {fault.Subject} (entry {fault.Sequence}) is gone: its rows cannot be compared.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No sentence."),
    };
}
