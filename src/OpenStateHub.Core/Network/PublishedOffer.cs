using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

/// <summary>What a place says in public that it can help with, or needs help with. Read by every place.</summary>
public sealed class PublishedOffer
{
    public required TenantId TenantId { get; init; }
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required OfferKind Kind { get; init; }
    public Topic Topic { get; private set; }
    public string Title { get; private set; } = "";
    public string About { get; private set; } = "";
    public string ContactOffice { get; private set; } = "";
    public required DateOnly PublishedOn { get; init; }
    public DateOnly? WithdrawnOn { get; private set; }
    public bool IsDemonstration { get; init; }
    public int Revision { get; private set; }

    public Refusal? Say(OfferText text)
    {
        if (text.Check() is { } refusal)
        {
            return refusal;
        }

        (Topic, Title, About, ContactOffice) = (text.Topic!.Value, text.Title, text.About, text.ContactOffice);
        return null;
    }

    /// <param name="seen">The revision that the writer saw.</param>
    public Refusal? Change(OfferText text, int seen)
    {
        if ((CheckOpen(seen) ?? Say(text)) is { } refusal)
        {
            return refusal;
        }

        Revision++;
        return null;
    }

    public Refusal? Withdraw(int seen, DateOnly on)
    {
        if (CheckOpen(seen) is { } refusal)
        {
            return refusal;
        }

        WithdrawnOn = on;
        Revision++;
        return null;
    }

    private Refusal? CheckOpen(int seen) =>
        WithdrawnOn is not null ? NetworkRefusals.OfferWithdrawn
        : seen != Revision ? NetworkRefusals.OfferChangedMeanwhile
        : null;
}

/// <summary>An offer or a need as somebody writes it.</summary>
/// <param name="ContactOffice">An office, never a person: everybody reads it.</param>
public sealed record OfferText(Topic? Topic, string Title, string About, string ContactOffice)
{
    public const int MaxTitleLength = 160;
    public const int MaxAboutLength = 2000;
    public const int MaxOfficeLength = 200;

    public static OfferText From(Topic? topic, string? title, string? about, string? office) =>
        new(topic, title.Tidy() ?? "", about.Tidy() ?? "", office.Tidy() ?? "");

    public Refusal? Check() => this switch
    {
        { Topic: null } => NetworkRefusals.TopicMissing,
        { Title.Length: 0 } => NetworkRefusals.TitleMissing,
        { About.Length: 0 } => NetworkRefusals.AboutMissing,
        { ContactOffice.Length: 0 } => NetworkRefusals.OfficeMissing,
        _ => TextRules.CheckLength(("title", Title, MaxTitleLength), ("about", About, MaxAboutLength), ("contactOffice", ContactOffice, MaxOfficeLength)),
    };
}

public static class NetworkRefusals
{
    public static readonly Refusal TopicMissing = new("network.topic-missing", "topic");
    public static readonly Refusal TitleMissing = new("network.title-missing", "title");
    public static readonly Refusal AboutMissing = new("network.about-missing", "about");
    public static readonly Refusal OfficeMissing = new("network.office-missing", "contactOffice");
    public static readonly Refusal OfferUnknown = new("network.offer-unknown");
    public static readonly Refusal OfferWithdrawn = new("network.offer-withdrawn");
    public static readonly Refusal OfferChangedMeanwhile = new("network.offer-changed-meanwhile");
    public static readonly Refusal SubjectMissing = new("network.subject-missing", "subject");
    public static readonly Refusal TextMissing = new("network.text-missing", "text");
    public static readonly Refusal OtherMissing = new("network.other-missing", "other");
    public static readonly Refusal OtherDoesNotAnswer = new("network.other-does-not-answer", "other");
    public static readonly Refusal OtherIsHere = new("network.other-is-here", "other");
    public static readonly Refusal ConversationUnknown = new("network.conversation-unknown");
    public static readonly Refusal ConversationClosed = new("network.conversation-closed");
    public static readonly Refusal OtherSideIsGone = new("network.other-side-is-gone");
    public static readonly Refusal OwnerUnknown = new("network.owner-unknown", "owner");
    public static readonly Refusal TooMany = new("network.too-many");
}
