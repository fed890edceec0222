using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Tenancy.Life;

internal sealed class LifeMapping : IEntityTypeConfiguration<PlaceDomain>
{
    public void Configure(EntityTypeBuilder<PlaceDomain> builder)
    {
        builder.HasKey(d => d.Host);
        builder.Ignore(d => d.RecordName);
        builder.Ignore(d => d.RecordText);
    }
}
