using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Secretariat.Sessions;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.Revision).IsConcurrencyToken();
        builder.HasMany(s => s.Agenda).WithOne().HasForeignKey(i => i.SessionId);
    }
}

internal sealed class AgendaItemMapping : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder) =>
        builder.HasMany(i => i.Documents).WithOne().HasForeignKey(d => d.ItemId);
}

internal sealed class AgendaDocumentMapping : IEntityTypeConfiguration<AgendaDocument>
{
    public void Configure(EntityTypeBuilder<AgendaDocument> builder)
    {
        builder.HasKey(d => new { d.ItemId, d.DocumentId });
        builder.HasOne<Document>().WithMany().HasForeignKey(d => d.DocumentId);
    }
}

internal sealed class AttendanceAnswerMapping : IEntityTypeConfiguration<AttendanceAnswer>
{
    public void Configure(EntityTypeBuilder<AttendanceAnswer> builder)
    {
        builder.HasKey(a => new { a.SessionId, a.SeatId });
        builder.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId);
        builder.HasOne<Seat>().WithMany().HasForeignKey(a => a.SeatId);
    }
}

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.HasKey(a => new { a.SessionId, a.SeatId });
        builder.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId);
        builder.HasOne<Seat>().WithMany().HasForeignKey(a => a.SeatId);
    }
}

internal sealed class MinutesMapping : IEntityTypeConfiguration<Minutes>
{
    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.Property(m => m.Revision).IsConcurrencyToken();
        builder.HasOne<Session>().WithOne().HasForeignKey<Minutes>(m => m.SessionId);
        builder.HasMany(m => m.Signatures).WithOne().HasForeignKey(s => s.MinutesId);
        builder.Ignore(m => m.Valid);
    }
}

internal sealed class MinutesSignatureMapping : IEntityTypeConfiguration<MinutesSignature>
{
    public void Configure(EntityTypeBuilder<MinutesSignature> builder)
    {
        builder.HasKey(s => new { s.MinutesId, s.Sha256, s.Sector });
        builder.HasOne<Seat>().WithMany().HasForeignKey(s => s.SeatId);
    }
}

internal sealed class SessionRulesMapping : IEntityTypeConfiguration<SessionRules>
{
    public void Configure(EntityTypeBuilder<SessionRules> builder) => builder.Property(r => r.Revision).IsConcurrencyToken();
}

internal sealed class SessionReminderMapping : IEntityTypeConfiguration<SessionReminder>
{
    public void Configure(EntityTypeBuilder<SessionReminder> builder) => builder.HasKey(r => r.DueOn);
}
