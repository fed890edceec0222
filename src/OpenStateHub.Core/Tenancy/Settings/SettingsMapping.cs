using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OpenStateHub.Core.Tenancy.Settings;

internal sealed class TermConverter() : ValueConverter<Term, string>(term => term.ToString(), text => Term.From(text)!.Value);

internal sealed class BrandMapping : IEntityTypeConfiguration<Brand>
{
    public void Configure(EntityTypeBuilder<Brand> builder) => builder.Property(brand => brand.Revision).IsConcurrencyToken();
}

internal sealed class WordingMapping : IEntityTypeConfiguration<Wording>
{
    public void Configure(EntityTypeBuilder<Wording> builder)
    {
        builder.Property(wording => wording.Revision).IsConcurrencyToken();
        builder.Property(wording => wording.Secretariat).HasConversion<TermConverter>();
        builder.Property(wording => wording.WorkingTable).HasConversion<TermConverter>();
        builder.Property(wording => wording.WorkingTables).HasConversion<TermConverter>();
    }
}
