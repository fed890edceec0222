using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

/// <summary>
/// Writes to another place. Each side keeps its own copy of every word, in rows of its own: both are written in one transaction, and neither reads the
/// other's.
/// </summary>
public sealed class SendMessage(HubDbContext db, TenantContext tenant, OperateOn operate, TimeProvider clock)
{
    /// <summary>More in one day is a machine, or a mistake.</summary>
    public const int MostADay = 100;

    /// <summary>What begins a conversation.</summary>
    public sealed record Opening
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required ConversationKind Kind { get; init; }

        /// <summary>The slug of the place that is asked; of no meaning for assistance, which the nation gives.</summary>
        public string? Other { get; init; }

        public required string? Subject { get; init; }
        public Topic? Topic { get; init; }
        public Guid? OfferId { get; init; }
    }

    /// <param name="Letter">The letter to the other side's people, which does not say the words themselves.</param>
    public sealed record Input(string? Text, Guid By, string Office, Func<Tenant, ConversationKind, Guid, Letter> Letter);

    public async Task<Refusal?> BeginAsync(Opening opening, Input input, CancellationToken ct)
    {
        var (subject, slug) = (opening.Subject.Tidy(), opening.Other.Tidy());

        if (opening.Kind is ConversationKind.Question && slug is null)
        {
            return NetworkRefusals.OtherMissing;
        }

        if (subject is null)
        {
            return NetworkRefusals.SubjectMissing;
        }

        if ((TextRules.CheckLength(("subject", subject, Conversation.MaxSubjectLength)) ?? CheckText(input)) is { } refusal)
        {
            return refusal;
        }

        var other = opening.Kind is ConversationKind.Assistance ? await FindAsync(place => place.Kind == TenantKind.National, ct) : await FindAsync(place => place.Slug == slug, ct);

        if (other is null || other.Status is not TenantStatus.Active || (opening.Kind is ConversationKind.Question && other.IsNational))
        {
            return NetworkRefusals.OtherDoesNotAnswer;
        }

        if (other.Id == tenant.Current.Id)
        {
            return NetworkRefusals.OtherIsHere;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var conversation = new Conversation
        {
            Id = opening.Id,
            Kind = opening.Kind,
            OtherId = other.Id,
            OtherName = other.Name,
            BegunHere = true,
            Subject = subject,
            Topic = opening.Topic,
            OfferId = opening.OfferId,
            BegunAt = now,
            ChangedAt = now,
        };
        db.Conversations.Add(conversation);
        return await SayAsync(conversation, begins: true, other, input, now, ct) ?? await DoneAsync(transaction, ct);
    }

    public async Task<Refusal?> ExecuteAsync(Guid id, Input input, CancellationToken ct)
    {
        if (CheckText(input) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(id, ct);

        if (await db.Conversations.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
        {
            return NetworkRefusals.ConversationUnknown;
        }

        var now = clock.GetUtcNow();

        if (conversation.Hear(fromHere: true, now) is { } no)
        {
            return no;
        }

        var other = await FindAsync(place => place.Id == conversation.OtherId, ct);
        return other is not { Status: TenantStatus.Active } ? NetworkRefusals.OtherDoesNotAnswer
            : await SayAsync(conversation, begins: false, other, input, now, ct) ?? await DoneAsync(transaction, ct);
    }

    /// <summary>Ends it on both sides. One whose other side is gone, or rests, ends here alone.</summary>
    public async Task<Refusal?> CloseAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(id, ct);

        if (await db.Conversations.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
        {
            return NetworkRefusals.ConversationUnknown;
        }

        if (conversation.Close(clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);

        if (await FindAsync(place => place.Id == conversation.OtherId, ct) is { IsReadOnly: false, IsServed: true } other)
        {
            await operate.RunAsync(other, there => there.GetRequiredService<ReceiveMessage>().CloseAsync(id, tenant.Current.Id, ct), ct);
        }

        return await DoneAsync(transaction, ct);
    }

    private async Task<Refusal?> SayAsync(Conversation conversation, bool begins, Tenant other, Input input, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-1);

        if (await db.ConversationMessages.CountAsync(m => m.FromHere && m.SentAt > since, ct) >= MostADay)
        {
            return NetworkRefusals.TooMany;
        }

        var message = new ConversationMessage
        {
            Id = Guid.CreateVersion7(),
            ConversationId = conversation.Id,
            FromHere = true,
            Office = input.Office,
            WrittenBy = input.By,
            Text = input.Text.Tidy()!,
            SentAt = now,
        };
        db.ConversationMessages.Add(message);
        await db.SaveChangesAsync(ct);
        var letter = input.Letter(other, conversation.Kind, conversation.Id);
        return await operate.RunAsync(
            other, there => there.GetRequiredService<ReceiveMessage>().ExecuteAsync(new ReceiveMessage.Input(tenant.Current, conversation, begins, message, letter), ct), ct);
    }

    // Both sides take the same lock first: two who write to each other at once never wait for each other in a circle.
    private Task<int> LockAsync(Guid id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", ct);

    private Task<Tenant?> FindAsync(Expression<Func<Tenant, bool>> which, CancellationToken ct) =>
        db.Tenants.AsNoTracking().SingleOrDefaultAsync(which, ct);

    private static async Task<Refusal?> DoneAsync(IDbContextTransaction transaction, CancellationToken ct)
    {
        await transaction.CommitAsync(ct);
        return null;
    }

    private static Refusal? CheckText(Input input) => input.Text.Tidy() is { } text
        ? TextRules.CheckLength(("text", text, ConversationMessage.MaxTextLength))
        : NetworkRefusals.TextMissing;
}
