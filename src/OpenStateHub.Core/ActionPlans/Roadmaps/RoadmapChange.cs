using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

public enum RoadmapChangeStatus
{
    /// <summary>Being put together; nobody but the administrators reads it.</summary>
    Draft,

    /// <summary>Public and unchangeable: what the secretariat votes on.</summary>
    Proposed,

    /// <summary>Decided and carried out: the next version of its plan.</summary>
    Approved,

    /// <summary>Given up by those who proposed it.</summary>
    Dropped,
}

/// <summary>
/// What somebody wants to be different in a published plan, and why, all of it together: the secretariat approves it as a whole, and it becomes the
/// plan's next version (domain rules, section 5).
/// </summary>
public sealed class RoadmapChange
{
    public const int LongestTitle = 200;
    public const int LongestReason = 4_000;
    public const int LongestDropReason = 2_000;

    private readonly List<RoadmapItem> items = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public required string Title { get; set; }
    public required string Reason { get; set; }
    public RoadmapChangeStatus Status { get; private set; } = RoadmapChangeStatus.Draft;
    public DateOnly? ProposedOn { get; private set; }

    /// <summary>The body that proposed it; null where nobody said for whom they act.</summary>
    public string? Office { get; private set; }

    public DateOnly? ApprovedOn { get; private set; }
    public AgreementNumber? Agreement { get; private set; }
    public DateOnly? DroppedOn { get; private set; }
    public string? DropReason { get; private set; }

    /// <summary>Rises with each change of the draft, so that nobody overwrites what they have not seen.</summary>
    public int Revision { get; private set; }

    public bool IsDemonstration { get; init; }

    public IReadOnlyList<RoadmapItem> Items => items;

    public bool IsPublic => Status is not RoadmapChangeStatus.Draft;

    public Refusal? Check() =>
        string.IsNullOrWhiteSpace(Title) ? RoadmapRefusals.WithoutTitle
        : string.IsNullOrWhiteSpace(Reason) ? RoadmapRefusals.WithoutReason
        : TextRules.CheckLength(("title", Title, LongestTitle), ("reason", Reason, LongestReason));

    public Refusal? Revise(string title, string reason)
    {
        (Title, Reason) = (title, reason);
        return Check() ?? TakeChange();
    }

    /// <summary>Replaces what it changes about one part.</summary>
    /// <param name="isOfPart">Whether a value that it has is one of those that were written again.</param>
    public Refusal? Write(Func<RoadmapItem, bool> isOfPart, IEnumerable<RoadmapItem> written)
    {
        if (TakeChange() is { } refusal)
        {
            return refusal;
        }

        var wanted = written.Where(item => item.Before != item.After).ToList();
        items.RemoveAll(item => isOfPart(item) && !wanted.Exists(item.Says));
        items.AddRange(wanted.Where(item => !items.Exists(item.Says)));
        return null;
    }

    /// <param name="office">The body that proposes it.</param>
    public Refusal? Propose(string? office, DateOnly on)
    {
        if (Status is not RoadmapChangeStatus.Draft)
        {
            return RoadmapRefusals.NotADraft;
        }

        if (items.Count == 0)
        {
            return RoadmapRefusals.ChangesNothing;
        }

        (Status, ProposedOn, Office) = (RoadmapChangeStatus.Proposed, on, office);
        Revision++;
        return null;
    }

    /// <param name="agreement">The agreement of the secretariat; without one nothing that was promised changes.</param>
    public Refusal? Approve(AgreementNumber? agreement, DateOnly on)
    {
        if (agreement is null)
        {
            return RoadmapRefusals.WithoutAgreement;
        }

        if (Status is not RoadmapChangeStatus.Proposed)
        {
            return RoadmapRefusals.NotProposed;
        }

        (Status, ApprovedOn, Agreement) = (RoadmapChangeStatus.Approved, on, agreement);
        Revision++;
        return null;
    }

    /// <param name="reason">Public.</param>
    public Refusal? Drop(string? reason, DateOnly on)
    {
        if (Status is not RoadmapChangeStatus.Proposed)
        {
            return RoadmapRefusals.NotProposed;
        }

        if (reason.Tidy() is not { } said)
        {
            return RoadmapRefusals.DroppedWithoutReason;
        }

        if (TextRules.CheckLength(("dropReason", said, LongestDropReason)) is { } refusal)
        {
            return refusal;
        }

        (Status, DroppedOn, DropReason) = (RoadmapChangeStatus.Dropped, on, said);
        Revision++;
        return null;
    }

    private Refusal? TakeChange()
    {
        if (Status is not RoadmapChangeStatus.Draft)
        {
            return RoadmapRefusals.NotADraft;
        }

        Revision++;
        return null;
    }
}
