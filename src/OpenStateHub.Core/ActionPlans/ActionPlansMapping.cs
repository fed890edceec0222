using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans;

internal sealed class ActionPlanMapping : IEntityTypeConfiguration<ActionPlan>
{
    public void Configure(EntityTypeBuilder<ActionPlan> builder)
    {
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.Property(p => p.ApprovedBy).HasConversion<AgreementNumberConverter>();
        builder.HasMany(p => p.Axes).WithOne().HasForeignKey(a => a.PlanId);
        builder.HasMany(p => p.Commitments).WithOne(c => c.Plan).HasForeignKey(c => c.PlanId);
        builder.ComplexProperty(p => p.CounterpartCall, call =>
        {
            call.Property(c => c.OpenedOn).HasColumnName("call_opened_on");
            call.Property(c => c.ClosedOn).HasColumnName("call_closed_on");
            call.Property(c => c.Result).HasColumnName("call_result");
        });
    }
}

internal sealed class PlanVersionMapping : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.HasKey(v => new { v.PlanId, v.Number });
        builder.HasOne<ActionPlan>().WithMany().HasForeignKey(v => v.PlanId);
        builder.Property(v => v.Agreement).HasConversion<AgreementNumberConverter>();
    }
}

internal sealed class CommitmentMapping : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.Property(c => c.WithdrawnBy).HasConversion<AgreementNumberConverter>();
        builder.Property(c => c.VerifiedBy).HasConversion<AgreementNumberConverter>();
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.HasOne(c => c.Axis).WithMany().HasForeignKey(c => c.AxisId);
        builder.HasMany(c => c.Actors).WithOne().HasForeignKey(a => a.CommitmentId);
        builder.HasMany(c => c.Values).WithOne().HasForeignKey(v => v.CommitmentId);
        builder.HasMany(c => c.Links).WithOne().HasForeignKey(l => l.CommitmentId);
        builder.HasMany(c => c.Actions).WithOne().HasForeignKey(a => a.CommitmentId);
        builder.HasMany(c => c.Activities).WithOne(a => a.Commitment).HasForeignKey(a => a.CommitmentId);
        builder.ComplexProperty(c => c.Text, text =>
        {
            foreach (var property in text.Metadata.ComplexType.GetProperties())
            {
                property.SetColumnName(Conventions.SnakeCase(property.Name));
            }

            text.ComplexProperty(t => t.Indicator, indicator =>
            {
                indicator.Property(i => i.Name).HasColumnName("indicator_name");
                indicator.Property(i => i.Unit).HasColumnName("indicator_unit");
                indicator.Property(i => i.Baseline).HasColumnName("indicator_baseline");
                indicator.Property(i => i.Target).HasColumnName("indicator_target");
            });
        });
    }
}

internal sealed class CommitmentActionMapping : IEntityTypeConfiguration<CommitmentAction>
{
    public void Configure(EntityTypeBuilder<CommitmentAction> builder) => builder.Property(a => a.Revision).IsConcurrencyToken();
}

internal sealed class RemovedPlanPartMapping : IEntityTypeConfiguration<RemovedPlanPart>
{
    public void Configure(EntityTypeBuilder<RemovedPlanPart> builder) => builder.HasOne<ActionPlan>().WithMany().HasForeignKey(r => r.PlanId);
}

internal sealed class CommitmentValueMapping : IEntityTypeConfiguration<CommitmentValue>
{
    public void Configure(EntityTypeBuilder<CommitmentValue> builder) => builder.HasKey(v => new { v.CommitmentId, v.Value });
}

internal sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Property(a => a.EndedBy).HasConversion<AgreementNumberConverter>();
        builder.Property(a => a.Revision).IsConcurrencyToken();
        builder.HasOne(a => a.Action).WithMany().HasForeignKey(a => a.ActionId);
        builder.Ignore(a => a.State);
    }
}
