using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Files;

internal sealed class FileUseMapping : IEntityTypeConfiguration<FileUse>
{
    public void Configure(EntityTypeBuilder<FileUse> builder) => builder.HasOne<StoredFile>().WithMany().HasForeignKey(use => use.FileId);
}
