using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OpenStateHub.Core.Secretariat.Agreements;

internal sealed class AgreementNumberConverter()
    : ValueConverter<AgreementNumber, string>(number => number.Value, text => AgreementNumber.From(text)!.Value);

internal sealed class AgreementsMapping :
    IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<AgreementNote>, IEntityTypeConfiguration<AgreementCounter>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Property(a => a.Number).HasConversion<AgreementNumberConverter>();
        builder.Property(a => a.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AgreementNote> builder) => builder.HasOne<Agreement>().WithMany().HasForeignKey(n => n.AgreementId);

    public void Configure(EntityTypeBuilder<AgreementCounter> builder) => builder.HasKey(c => c.Year);
}
