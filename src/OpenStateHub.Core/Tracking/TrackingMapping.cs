using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking;

internal sealed class ProgressReportMapping : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId);
        builder.HasMany(r => r.Evidence).WithOne().HasForeignKey(e => e.ReportId);
        builder.HasMany(r => r.SeatAnswers).WithOne().HasForeignKey(a => a.ReportId);
        builder.HasMany(r => r.Confirmations).WithOne().HasForeignKey(c => c.ReportId);
        builder.ComplexProperty(r => r.Obstacle, obstacle =>
        {
            obstacle.Property(o => o.Cause).HasColumnName("obstacle_cause");
            obstacle.Property(o => o.Text).HasColumnName("obstacle_text");
            obstacle.Property(o => o.Measure).HasColumnName("obstacle_measure");
        });
    }
}

internal sealed class EvidenceItemMapping : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder) =>
        builder.HasOne<Activity>().WithMany().HasForeignKey(e => e.ActivityId);
}
