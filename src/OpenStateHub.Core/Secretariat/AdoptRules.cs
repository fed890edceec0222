using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Records rules of operation with the document that publishes them. Earlier rules stay on record: what was decided under them was.</summary>
public sealed class AdoptRules(HubDbContext db, LockLedgerHead ledger, PublicChange change)
{
    public sealed record Input
    {
        public required Guid DocumentId { get; init; }
        public required DateOnly FromOn { get; init; }
        public IReadOnlyList<Matter> TwoOfThree { get; init; } = [];
        public string? Agreement { get; init; }
    }

    /// <summary>Works in the caller's transaction, where it has one.</summary>
    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await ledger.ExecuteAsync(ct);
        var rules = new SecretariatRules
        {
            DocumentId = input.DocumentId,
            FromOn = input.FromOn,
            TwoOfThree = [.. input.TwoOfThree.Distinct().Order()],
            Agreement = string.IsNullOrWhiteSpace(input.Agreement) ? null : input.Agreement.Trim(),
        };

        if (rules.Check() is { } refusal)
        {
            return refusal;
        }

        if (!await db.Documents.AnyAsync(document => document.Id == input.DocumentId && document.WithdrawnOn == null, ct))
        {
            return SecretariatRefusals.DocumentUnknown;
        }

        if (await db.SecretariatRules.AnyAsync(other => other.FromOn == input.FromOn, ct))
        {
            return SecretariatRefusals.RulesOfThatDay;
        }

        db.SecretariatRules.Add(rules);
        await change.ExecuteAsync(new PublicAct(SecretariatActs.RulesAdopted, new Subject(SecretariatSubjects.RulesKind, rules.Id), rules.FromOn), ct);
        await (transaction?.CommitAsync(ct) ?? Task.CompletedTask);
        return null;
    }
}
