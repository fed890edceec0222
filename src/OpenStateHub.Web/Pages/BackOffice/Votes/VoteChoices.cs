using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Votes;

/// <summary>What the form of a new vote may choose from.</summary>
public sealed class VoteChoices(HubDbContext db, DecisionEffects effects, FindRules rules, TenantContext tenant, TimeProvider clock)
{
    /// <param name="Name">What people call it.</param>
    public sealed record Item(Guid Id, string Name);

    /// <param name="Items">Of the agendas of open sessions.</param>
    /// <param name="Documents">Published, where rules are to be changed.</param>
    public sealed record Found(IReadOnlyList<DecisionSubject> Subjects, IReadOnlyList<Item> Items, IReadOnlyList<Item> Documents, DecisionRule Rule);

    public async Task<Found> ExecuteAsync(Matter matter, CancellationToken ct)
    {
        var subjects = effects.Of(matter) is { } effect ? await effect.ListSubjectsAsync(ct) : [];
        var items = await db.Sessions.AsNoTracking()
            .Where(session => session.Status == SessionStatus.Open)
            .SelectMany(session => session.Agenda, (session, item) => new { item.Id, Session = session.Title, item.Position, item.Title })
            .OrderBy(row => row.Session).ThenBy(row => row.Position)
            .ToListAsync(ct);
        var documents = matter is Matter.ChangeRules
            ? await db.Documents.AsNoTracking().Where(document => document.WithdrawnOn == null).OrderBy(document => document.Name)
                .Select(document => new Item(document.Id, document.Name)).ToListAsync(ct)
            : [];
        var rule = (await rules.ExecuteAsync(tenant.Current.Today(clock), ct)).TwoOfThreePass(matter) ? DecisionRule.TwoOfThree : DecisionRule.AllThree;
        return new Found(subjects, items.ConvertAll(row => new Item(row.Id, $"{row.Session} · {row.Position}. {row.Title}")), documents, rule);
    }
}
