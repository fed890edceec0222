using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>The place's names and legal citations, those that hold now first.</summary>
public sealed class ListDatedNames(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(CancellationToken ct) =>
        db.DatedNames
            .OrderBy(name => name.Subject).ThenByDescending(name => name.UntilOn == null).ThenByDescending(name => name.UntilOn).ThenByDescending(name => name.Id)
            .Select(name => new Row(name.Id, name.Subject, name.Name, name.Acronym, name.FromOn, name.UntilOn, name.Source, name.Note))
            .ToListAsync(ct);

    public sealed record Row(
        Guid Id, NameSubject Subject, string Name, string? Acronym, DateOnly? FromOn, DateOnly? UntilOn, string? Source, string? Note);
}
