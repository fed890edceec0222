using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Following;

internal sealed class FollowingMapping : IEntityTypeConfiguration<Follower>, IEntityTypeConfiguration<FollowerLetter>, IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Follower> builder) => builder.Ignore(f => f.Subject);

    public void Configure(EntityTypeBuilder<FollowerLetter> builder) => builder.HasOne<Follower>().WithMany().HasForeignKey(l => l.FollowerId);

    public void Configure(EntityTypeBuilder<Comment> builder) => builder.Ignore(c => c.Subject);
}
