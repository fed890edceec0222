using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Tenancy;

internal sealed class WorkDueMapping : IEntityTypeConfiguration<WorkDue>
{
    public void Configure(EntityTypeBuilder<WorkDue> builder) => builder.HasKey(w => new { w.TenantId, w.Kind });
}

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder) => builder.HasKey(i => i.IsOnly);
}
