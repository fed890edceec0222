using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking.Indicators;

internal sealed class IndicatorValueMapping : IEntityTypeConfiguration<IndicatorValue>
{
    public void Configure(EntityTypeBuilder<IndicatorValue> builder)
    {
        builder.HasOne<Commitment>().WithMany().HasForeignKey(v => v.CommitmentId);
        builder.HasMany(v => v.Answers).WithOne().HasForeignKey(a => a.ValueId);
    }
}
