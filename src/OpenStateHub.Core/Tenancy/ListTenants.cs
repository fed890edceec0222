using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>The catalogue as an operator reads it: the nation, then each state followed by its municipalities and other bodies.</summary>
public sealed class ListTenants(HubDbContext db)
{
    /// <param name="status">Only places of this status; null for all.</param>
    /// <param name="kind">Only places of this kind; null for all.</param>
    public Task<List<TenantRow>> ExecuteAsync(TenantStatus? status, TenantKind? kind, CancellationToken ct) =>
        db.Tenants
            .Where(t => status == null || t.Status == status)
            .Where(t => kind == null || t.Kind == kind)
            .LeftJoin(db.Tenants, t => t.ParentId, parent => parent.Id, (t, parent) => new { Place = t, Parent = parent })
            .OrderBy(row => row.Place.Kind != TenantKind.National)
            .ThenBy(row => row.Parent == null ? row.Place.Slug : row.Parent.Slug)
            .ThenBy(row => row.Parent != null)
            .ThenBy(row => row.Place.Slug)
            .Select(row => new TenantRow
            {
                Slug = row.Place.Slug,
                Name = row.Place.Name,
                Kind = row.Place.Kind,
                Status = row.Place.Status,
                InegiCode = row.Place.InegiCode,
                ParentSlug = row.Parent == null ? null : row.Parent.Slug,
            })
            .ToListAsync(ct);
}

public sealed record TenantRow
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required TenantKind Kind { get; init; }
    public required TenantStatus Status { get; init; }
    public string? InegiCode { get; init; }
    public string? ParentSlug { get; init; }
}
