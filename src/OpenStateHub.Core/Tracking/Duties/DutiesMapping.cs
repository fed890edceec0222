using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking.Duties;

internal sealed class DutyDefaultMapping : IEntityTypeConfiguration<DutyDefault>
{
    public void Configure(EntityTypeBuilder<DutyDefault> builder) => builder.HasKey(d => new { d.Kind, d.Code });
}

internal sealed class DutyMapping : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> builder)
    {
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.Ignore(d => d.Rule);
    }
}

internal sealed class DutyRecordMapping : IEntityTypeConfiguration<DutyRecord>
{
    public void Configure(EntityTypeBuilder<DutyRecord> builder)
    {
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(r => r.PlanId);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(r => r.CommitmentId);
    }
}
