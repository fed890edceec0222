using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Mail;

internal sealed class MailMapping : IEntityTypeConfiguration<QueuedMail>, IEntityTypeConfiguration<MailSettings>
{
    public void Configure(EntityTypeBuilder<QueuedMail> builder)
    {
        // Each attempt counts one up: a worker whose lease ran out must not say how the attempt of another ended.
        builder.Property(mail => mail.Attempts).IsConcurrencyToken();
        builder.HasMany(mail => mail.Attachments).WithOne().HasForeignKey(attachment => attachment.MailId);
    }

    // One row a tenant, its own.
    public void Configure(EntityTypeBuilder<MailSettings> builder) => builder.HasKey(settings => settings.TenantId);
}
