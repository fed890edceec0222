using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Observatory;

internal sealed class ObservatoryMapping :
    IEntityTypeConfiguration<Programme>,
    IEntityTypeConfiguration<ProgrammeMembership>,
    IEntityTypeConfiguration<PublishedFigure>,
    IEntityTypeConfiguration<SourceDisagreement>,
    IEntityTypeConfiguration<MetricSnapshot>,
    IEntityTypeConfiguration<MetricTotal>
{
    public void Configure(EntityTypeBuilder<Programme> builder) => builder.HasKey(p => p.Code);

    public void Configure(EntityTypeBuilder<ProgrammeMembership> builder)
    {
        builder.HasKey(m => new { m.Programme, m.TenantId, m.FromOn });
        builder.HasOne<Programme>().WithMany().HasForeignKey(m => m.Programme);
    }

    public void Configure(EntityTypeBuilder<PublishedFigure> builder) => builder.HasKey(f => new { f.Code, f.AsOf });

    public void Configure(EntityTypeBuilder<SourceDisagreement> builder) => builder.HasKey(d => d.Position);

    // Read across tenants, so without a key: EF would take two tenants' rows for one.
    public void Configure(EntityTypeBuilder<MetricSnapshot> builder) => builder.HasNoKey();

    public void Configure(EntityTypeBuilder<MetricTotal> builder) => builder.HasKey(t => new { t.Code, t.AsOf });
}
