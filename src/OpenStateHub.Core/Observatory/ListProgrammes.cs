using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Observatory;

/// <summary>The programmes that places belong to, and who belongs to each.</summary>
public sealed class ListProgrammes(HubDbContext db)
{
    public sealed record Row(Programme Programme, int Members);

    public sealed record Member
    {
        public required ProgrammeMembership Membership { get; init; }
        public required string Place { get; init; }
        public required string Slug { get; init; }
    }

    /// <param name="on">The day on which the members are counted.</param>
    public async Task<IReadOnlyList<Row>> ExecuteAsync(DateOnly on, CancellationToken ct) =>
        await db.Programmes.AsNoTracking()
            .OrderBy(p => p.TitleEs)
            .Select(p => new Row(p, db.ProgrammeMemberships.Count(m => m.Programme == p.Code && m.FromOn <= on && (m.UntilOn == null || m.UntilOn >= on))))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<Member>> MembersAsync(string programme, int skip, int take, CancellationToken ct) =>
        await Members(programme).OrderBy(row => EF.Functions.Collate(row.Place, "es-x-icu")).ThenBy(row => row.Membership.FromOn).Skip(skip).Take(take).ToListAsync(ct);

    public Task<int> CountAsync(string programme, CancellationToken ct) => db.ProgrammeMemberships.CountAsync(m => m.Programme == programme, ct);

    /// <returns>Null where no source says so.</returns>
    public Task<Member?> FindAsync(ChangeMembership.Key key, CancellationToken ct) =>
        Members(key.Programme).SingleOrDefaultAsync(row => row.Slug == key.Slug && row.Membership.FromOn == key.From, ct);

    private IQueryable<Member> Members(string programme) =>
        from member in db.ProgrammeMemberships.AsNoTracking()
        where member.Programme == programme
        join place in db.Tenants on member.TenantId equals place.Id
        select new Member { Membership = member, Place = place.Name, Slug = place.Slug };
}
