using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat;

/// <summary>The rules that hold on a day.</summary>
public sealed class FindRules(HubDbContext db)
{
    public async Task<RulesOnDay> ExecuteAsync(DateOnly on, CancellationToken ct) =>
        await db.SecretariatRules.AsNoTracking()
            .Where(rules => rules.FromOn <= on)
            .OrderByDescending(rules => rules.FromOn)
            .Join(db.Documents, rules => rules.DocumentId, document => document.Id, (rules, document) => new RulesOnDay
            {
                DocumentId = document.Id,
                DocumentName = document.Name,
                IsWithdrawn = document.WithdrawnOn != null,
                FromOn = rules.FromOn,
                Agreement = rules.Agreement,
                TwoOfThree = rules.TwoOfThree,
            })
            .FirstOrDefaultAsync(ct) ?? RulesOnDay.None;
}

public sealed record RulesOnDay
{
    /// <summary>Nothing was published: everything takes all three sectors.</summary>
    public static readonly RulesOnDay None = new();

    /// <summary>Null: nothing was published.</summary>
    public Guid? DocumentId { get; init; }

    public string? DocumentName { get; init; }

    /// <summary>The place took the document back; the rules hold all the same.</summary>
    public bool IsWithdrawn { get; init; }

    public DateOnly? FromOn { get; init; }
    public string? Agreement { get; init; }
    public IReadOnlyList<Matter> TwoOfThree { get; init; } = [];

    /// <summary>Whether two of the three sectors in favour are enough.</summary>
    public bool TwoOfThreePass(Matter matter) => matter.MayPassByTwoOfThree() && TwoOfThree.Contains(matter);
}
