using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Ledger;

/// <summary>Writes an act on the place's chain: the last step of the transaction that saves it, with its rows as they then stand.</summary>
public sealed class AppendToLedger(
    HubDbContext db, TenantContext tenant, LockLedgerHead locked, ReadSubjects subjects, ReadSalts salts, ActingOffice office, TimeProvider clock)
{
    public async Task ExecuteAsync(PublicAct act, CancellationToken ct)
    {
        var head = await locked.ExecuteAsync(ct);
        List<(string Code, Subject Subject)> written = [(act.Code, act.Subject), .. act.Parts];
        var contents = await subjects.ExecuteAsync([.. written.Select(w => w.Subject)], ct);
        var secrets = await MakeSaltsAsync([.. contents.Keys], ct);

        foreach (var (code, subject) in written)
        {
            if (!contents.TryGetValue(subject, out var content))
            {
                throw new InvalidOperationException($"{code} is no public act: {subject} has no public content.");
            }

            var entry = LedgerEntry.After(
                head, code, subject, content.HashWith(secrets[subject]), act.OccurredOn, act.By ?? office.CurrentOrNull, clock.GetUtcNow());
            db.LedgerEntries.Add(entry);
            head = new LedgerHead { TenantId = head.TenantId, Sequence = entry.Sequence, Hash = entry.Hash };
        }

        await db.SaveChangesAsync(ct);
        var today = tenant.Current.Today(clock);
        await db.Database.ExecuteSqlAsync(
            $"""
             with moved as (
                 update ledger_heads set sequence = {head.Sequence}, hash = {head.Hash} where tenant_id = app.current_tenant_id() returning sequence, hash),
             acted as (
                 insert into act_days (day) values ({act.OccurredOn ?? today}) on conflict do nothing)
             insert into ledger_days (day, sequence, hash) select {today}, sequence, hash from moved
             on conflict (tenant_id, day) do update set sequence = excluded.sequence, hash = excluded.hash
             """,
            ct);
    }

    // A subject keeps its salt, so that its hash changes only when its content does.
    private async Task<IReadOnlyDictionary<Subject, string>> MakeSaltsAsync(IReadOnlyList<Subject> of, CancellationToken ct)
    {
        var known = await salts.ExecuteAsync(of, ct);
        var missing = of.Where(subject => !known.ContainsKey(subject)).ToList();

        if (missing.Count == 0)
        {
            return known;
        }

        var made = missing.ToDictionary(subject => subject, _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        string[] kinds = [.. made.Keys.Select(subject => subject.Kind)];
        string[] keys = [.. made.Keys.Select(subject => subject.Key)];
        string[] values = [.. made.Values];
        await db.Database.ExecuteSqlAsync(
            $"insert into ledger_salts (subject_kind, subject_key, salt) select * from unnest({kinds}, {keys}, {values})", ct);
        return known.Concat(made).ToDictionary();
    }
}
