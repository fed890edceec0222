using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenStateHub.Core.Secretariat.Decisions;

internal sealed class DecisionsMapping : IEntityTypeConfiguration<Ballot>, IEntityTypeConfiguration<CountedSeat>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.HasKey(b => new { b.DecisionId, b.SeatId });
        builder.HasOne<Decision>().WithMany().HasForeignKey(b => b.DecisionId);
        builder.HasOne<Seat>().WithMany().HasForeignKey(b => b.SeatId);
    }

    public void Configure(EntityTypeBuilder<CountedSeat> builder)
    {
        builder.HasKey(s => new { s.DecisionId, s.SeatId });
        builder.HasOne<Decision>().WithMany().HasForeignKey(s => s.DecisionId);
        builder.HasOne<Seat>().WithMany().HasForeignKey(s => s.SeatId);
    }
}
