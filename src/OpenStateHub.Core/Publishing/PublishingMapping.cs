using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Publishing;

// Read across tenants, so without a key: EF would take two tenants' rows for one.
internal sealed class PublishingMapping : IEntityTypeConfiguration<PublishedTenant>, IEntityTypeConfiguration<PublishedCommitment>, IEntityTypeConfiguration<PublishedReadiness>
{
    public void Configure(EntityTypeBuilder<PublishedTenant> builder) => builder.HasNoKey();

    public void Configure(EntityTypeBuilder<PublishedCommitment> builder) => builder.HasNoKey();

    public void Configure(EntityTypeBuilder<PublishedReadiness> builder) => builder.HasNoKey();
}
