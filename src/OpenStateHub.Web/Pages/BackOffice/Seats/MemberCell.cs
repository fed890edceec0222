using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Web.Pages.BackOffice.Seats;

/// <summary>Who sits on a seat in one capacity, as the back office lists it.</summary>
public sealed record MemberCell(SeatRow Seat, SeatCapacity Capacity, DateOnly Today)
{
    public SeatMemberRow? Member => Seat.MemberOn(Today, Capacity);

    /// <summary>How far the account has come: Votes, Invited or None.</summary>
    public string Account => Member switch
    {
        { HasAccount: true } => "Votes",
        { IsInvited: true } => "Invited",
        _ => "None",
    };
}
