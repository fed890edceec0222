using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking.Cutoffs;

internal sealed class CutoffMapping : IEntityTypeConfiguration<Cutoff>
{
    public void Configure(EntityTypeBuilder<Cutoff> builder)
    {
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(c => c.PlanId);
    }
}

internal sealed class CutoffReminderMapping : IEntityTypeConfiguration<CutoffReminder>
{
    public void Configure(EntityTypeBuilder<CutoffReminder> builder)
    {
        builder.HasKey(r => new { r.CutoffId, r.FallsOn, r.DaysBefore, r.UserId });
        builder.HasOne<Cutoff>().WithMany().HasForeignKey(r => r.CutoffId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.UserId);
    }
}

internal sealed class AccountabilityReportMapping : IEntityTypeConfiguration<AccountabilityReport>
{
    public void Configure(EntityTypeBuilder<AccountabilityReport> builder)
    {
        builder.Ignore(r => r.Progress);
        builder.HasOne<Cutoff>().WithMany().HasForeignKey(r => r.CutoffId);
    }
}

internal sealed class RectificationMapping : IEntityTypeConfiguration<Rectification>
{
    public void Configure(EntityTypeBuilder<Rectification> builder) =>
        builder.HasOne<AccountabilityReport>().WithMany().HasForeignKey(r => r.ReportId);
}
