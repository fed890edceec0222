using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

internal sealed class RoadmapChangeMapping : IEntityTypeConfiguration<RoadmapChange>
{
    public void Configure(EntityTypeBuilder<RoadmapChange> builder)
    {
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.Property(c => c.Agreement).HasConversion<AgreementNumberConverter>();
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(c => c.PlanId);
        builder.HasMany(c => c.Items).WithOne().HasForeignKey(i => i.ChangeId);
    }
}
