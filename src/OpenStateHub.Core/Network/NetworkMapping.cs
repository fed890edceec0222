using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Network;

internal sealed class NetworkMapping : IEntityTypeConfiguration<PublishedOffer>, IEntityTypeConfiguration<ConversationMessage>
{
    // An archive brings its ids along, so that two places of one hub may hold the same.
    public void Configure(EntityTypeBuilder<PublishedOffer> builder)
    {
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Property(o => o.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ConversationMessage> builder) => builder.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId);
}
