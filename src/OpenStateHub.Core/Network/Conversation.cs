using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

public enum ConversationKind
{
    /// <summary>A place asks a place.</summary>
    Question,

    /// <summary>A place asks the national body for help.</summary>
    Assistance,
}

public enum ConversationState
{
    /// <summary>Whoever was asked has not answered yet, or was asked again.</summary>
    Open,

    Answered,
    Closed,
}

/// <summary>One side of what two places write to each other. The other side keeps its own, with the same id.</summary>
public sealed class Conversation
{
    public const int MaxSubjectLength = 160;

    public required Guid Id { get; init; }
    public required ConversationKind Kind { get; init; }
    public required TenantId OtherId { get; init; }

    /// <summary>As the other place was called when it began.</summary>
    public required string OtherName { get; init; }

    /// <summary>This side asked.</summary>
    public required bool BegunHere { get; init; }

    public required string Subject { get; init; }
    public Topic? Topic { get; init; }

    /// <summary>The published offer or need that it is about.</summary>
    public Guid? OfferId { get; init; }

    public ConversationState State { get; private set; } = ConversationState.Open;

    /// <summary>Who looks after it on this side; null: nobody took it yet.</summary>
    public Guid? OwnerId { get; private set; }

    public required DateTimeOffset BegunAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The asked one's word answers; the asking one's opens it again.</summary>
    public Refusal? Hear(bool fromHere, DateTimeOffset now)
    {
        if (State is ConversationState.Closed)
        {
            return NetworkRefusals.ConversationClosed;
        }

        (State, ChangedAt) = (fromHere == BegunHere ? ConversationState.Open : ConversationState.Answered, now);
        return null;
    }

    /// <summary>Either side may end it.</summary>
    public Refusal? Close(DateTimeOffset now)
    {
        if (State is ConversationState.Closed)
        {
            return NetworkRefusals.ConversationClosed;
        }

        (State, ChangedAt) = (ConversationState.Closed, now);
        return null;
    }

    public void GiveTo(Guid? owner) => OwnerId = owner;
}

/// <summary>What one side wrote, as this side keeps it.</summary>
public sealed class ConversationMessage
{
    public const int MaxTextLength = 4000;

    public required Guid Id { get; init; }
    public required Guid ConversationId { get; init; }
    public required bool FromHere { get; init; }
    public required string Office { get; init; }

    /// <summary>Of this side; the other side learns the office alone.</summary>
    public Guid? WrittenBy { get; init; }

    public required string Text { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}
