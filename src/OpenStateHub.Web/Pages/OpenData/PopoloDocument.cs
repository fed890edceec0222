using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Web.Pages.OpenData;

/// <summary>
/// A secretariat as Popolo has it: the secretariat and its three sectors are organisations, a seat is a post in its sector, and who sits there holds
/// it by a membership on behalf of the organisation of the seat. What it decides: <see cref="PopoloVotes"/>.
/// </summary>
internal sealed record PopoloDocument
{
    public const string SecretariatId = "secretariat";

    public required IReadOnlyList<Organization> Organizations { get; init; }
    public required IReadOnlyList<Person> Persons { get; init; }
    public required IReadOnlyList<Post> Posts { get; init; }
    public required IReadOnlyList<Membership> Memberships { get; init; }
    public required IReadOnlyList<PopoloVotes.Motion> Motions { get; init; }
    public required IReadOnlyList<PopoloVotes.VoteEvent> VoteEvents { get; init; }

    /// <param name="name">Of the secretariat.</param>
    public static PopoloDocument Of(
        SecretariatOnDay found, IReadOnlyList<DecisionRow> decisions, string name, IReadOnlyDictionary<Sector, string> sectorNames)
    {
        // An organisation has no row of its own: it is called after the first of its seats.
        var bodies = found.Seats.GroupBy(seat => seat.Organization).ToDictionary(group => group.Key, group => group.MinBy(seat => seat.Id)!);
        var organizations = found.Seats.ToDictionary(seat => seat.Id, seat => OrganizationIdOf(bodies[seat.Organization]));
        var members = found.Seats.SelectMany(seat => seat.Members, (seat, member) => (seat, member)).ToList();
        return new PopoloDocument
        {
            Organizations =
            [
                new(SecretariatId, name, "Secretariat", null, null, null),
                .. Sectors.All.Select(sector => new Organization(IdOf(sector), sectorNames[sector], "Sector", SecretariatId, null, null)),
                .. bodies.Values.Select(seat => new Organization(
                    OrganizationIdOf(seat), seat.Organization, seat.OrganizationType.ToString(), null, Link.Of(seat.Source), Marked(seat.IsDemonstration))),
                .. found.Facilitators.Select(f => new Organization(OrganizationIdOf(f), f.Organization, "Facilitator", null, Link.Of(f.Source), null)),
            ],
            Persons = [.. members.Select(m => new Person(PersonIdOf(m.member), m.member.Name, Marked(m.member.IsDemonstration)))],
            Posts =
            [
                .. found.Seats.Select(seat => new Post(
                    $"seat-{seat.Id}", seat.Organization, "seat", IdOf(seat.Sector), seat.FromOn, seat.UntilOn, Link.Of(seat.Source), Marked(seat.IsDemonstration))),
            ],
            Memberships =
            [
                .. members.Select(m => new Membership
                {
                    Id = $"membership-{m.member.Id}",
                    Label = m.member.Office,
                    Role = m.member.Capacity is SeatCapacity.Holder ? "holder" : "alternate",
                    PersonId = PersonIdOf(m.member),
                    OrganizationId = IdOf(m.seat.Sector),
                    PostId = $"seat-{m.seat.Id}",
                    OnBehalfOfId = organizations[m.seat.Id],
                    StartDate = m.member.FromOn,
                    EndDate = m.member.UntilOn,
                    Demonstration = Marked(m.member.IsDemonstration),
                }),
                .. found.Facilitators.Select(f => new Membership
                {
                    Id = $"membership-{f.Id}",
                    Role = "facilitator",
                    Member = new Member(OrganizationIdOf(f), f.Organization),
                    OrganizationId = SecretariatId,
                    StartDate = f.FromOn,
                    EndDate = f.UntilOn,
                    Sources = Link.Of(f.Source),
                }),
            ],
            Motions = [.. decisions.Select(PopoloVotes.MotionOf)],
            VoteEvents = [.. decisions.Select(row => PopoloVotes.EventOf(row, seat => organizations[seat]))],
        };
    }

    public static string IdOf(Sector sector) => $"sector-{sector}";

    private static string OrganizationIdOf(SeatRow seat) => $"organization-{seat.Id}";

    private static string OrganizationIdOf(FacilitatorRow facilitator) => $"organization-{facilitator.Id}";

    private static string PersonIdOf(SeatMemberRow member) => $"person-{member.Id}";

    private static bool? Marked(bool isDemonstration) => isDemonstration ? true : null;

    internal sealed record Organization(string Id, string Name, string Classification, string? ParentId, IReadOnlyList<Link>? Sources, bool? Demonstration);

    /// <summary>One a membership: that two of the same name are one person is in no record.</summary>
    internal sealed record Person(string Id, string Name, bool? Demonstration);

    internal sealed record Post(
        string Id, string Label, string Role, string OrganizationId, DateOnly? StartDate, DateOnly? EndDate, IReadOnlyList<Link>? Sources, bool? Demonstration);

    internal sealed record Membership
    {
        public required string Id { get; init; }
        public string? Label { get; init; }
        public required string Role { get; init; }
        public string? PersonId { get; init; }

        /// <summary>An organisation, where no person is one.</summary>
        public Member? Member { get; init; }

        public required string OrganizationId { get; init; }
        public string? PostId { get; init; }
        public string? OnBehalfOfId { get; init; }
        public DateOnly? StartDate { get; init; }
        public DateOnly? EndDate { get; init; }
        public IReadOnlyList<Link>? Sources { get; init; }
        public bool? Demonstration { get; init; }
    }

    internal sealed record Member(string Id, string Name);

    internal sealed record Link(string Note)
    {
        public static IReadOnlyList<Link>? Of(string? source) => source is null ? null : [new Link(source)];
    }
}
