using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Tenancy;

internal sealed class TenantMapping : IEntityTypeConfiguration<Tenant>
{
    // EF must know the key, so that it inserts a state before the places in it.
    public void Configure(EntityTypeBuilder<Tenant> builder) =>
        builder.HasOne<Tenant>().WithMany().HasForeignKey(place => place.ParentId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class WorkDueMapping : IEntityTypeConfiguration<WorkDue>
{
    public void Configure(EntityTypeBuilder<WorkDue> builder) => builder.HasKey(w => new { w.TenantId, w.Kind });
}

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder) => builder.HasKey(i => i.IsOnly);
}
