using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Offers;

public enum OfferDirection
{
    Made,
    Received,
}

public enum OfferStatus
{
    Open,
    Accepted,
    Declined,
}

/// <summary>
/// The guarantor seat that a municipality offers to the guarantor of its state (domain rules, section 5). Each of the two places keeps its own row under
/// the same id.
/// </summary>
public sealed class SeatOffer
{
    public const int MaxMessageLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required OfferDirection Direction { get; init; }

    /// <summary>Whom it was made to, or who made it.</summary>
    public required TenantId OtherId { get; init; }

    public string? Message { get; init; }
    public required DateOnly OfferedOn { get; init; }
    public OfferStatus Status { get; private set; } = OfferStatus.Open;
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Who takes the seat, where it was accepted.</summary>
    public string? Organization { get; private set; }

    /// <summary>Why not, where it was declined.</summary>
    public string? Reason { get; private set; }

    public Refusal? Accept(string? organization, DateOnly today)
    {
        if (Status is not OfferStatus.Open)
        {
            return OfferRefusals.Closed;
        }

        if (string.IsNullOrWhiteSpace(organization))
        {
            return OfferRefusals.WithoutOrganization;
        }

        (Status, ClosedOn, Organization) = (OfferStatus.Accepted, today, organization.Trim());
        return null;
    }

    public Refusal? Decline(string? reason, DateOnly today)
    {
        if (Status is not OfferStatus.Open)
        {
            return OfferRefusals.Closed;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return OfferRefusals.WithoutReason;
        }

        if (reason.Trim().Length > MaxMessageLength)
        {
            return OfferRefusals.ReasonTooLong;
        }

        (Status, ClosedOn, Reason) = (OfferStatus.Declined, today, reason.Trim());
        return null;
    }
}

public static class OfferRefusals
{
    public static readonly Refusal Closed = new("offer.closed");
    public static readonly Refusal WithoutOrganization = new("offer.without-organization", "organization");
    public static readonly Refusal WithoutReason = new("offer.without-reason", "reason");
    public static readonly Refusal ReasonTooLong = new("offer.reason-too-long", "reason", "1000");
    public static readonly Refusal MessageTooLong = new("offer.message-too-long", "message", "1000");
    public static readonly Refusal NoMunicipality = new("offer.no-municipality");
    public static readonly Refusal StateNotServed = new("offer.state-not-served");
    public static readonly Refusal SeatHeldAlready = new("offer.seat-held-already");
    public static readonly Refusal OpenAlready = new("offer.open-already");
}
