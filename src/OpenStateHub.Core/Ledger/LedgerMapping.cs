using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Ledger;

internal sealed class LedgerMapping :
    IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<LedgerHead>, IEntityTypeConfiguration<LedgerDay>, IEntityTypeConfiguration<ActDay>,
    IEntityTypeConfiguration<ErasedHead>, IEntityTypeConfiguration<LedgerSalt>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.HasKey(e => e.Sequence);
        builder.Ignore(e => e.Subject);
    }

    // Read across tenants, so without a key: EF would take two tenants' rows for one.
    public void Configure(EntityTypeBuilder<LedgerHead> builder) => builder.HasNoKey();

    public void Configure(EntityTypeBuilder<LedgerDay> builder) => builder.HasNoKey();

    public void Configure(EntityTypeBuilder<ActDay> builder) => builder.HasNoKey();

    public void Configure(EntityTypeBuilder<ErasedHead> builder) => builder.HasNoKey();

    public void Configure(EntityTypeBuilder<LedgerSalt> builder) => builder.HasKey(s => new { s.SubjectKind, s.SubjectKey });
}
