using System.Text.Json.Serialization;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Indicators;
using OpenStateHub.Web.Pages.Files;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>The documents that a place's own endpoints answer with: contracts, so additive only.</summary>
internal static class TenantApi
{
    public sealed record Place(
        string Slug, string Name, TenantKind Kind, TenantStatus Status, string? InegiCode, string? Parent, Stage Stage, string TimeZone, string Url);

    /// <param name="PublishedIsBound">Only the day by which it was public is known.</param>
    /// <param name="Counted">How many commitments the percentages rest on.</param>
    /// <param name="Total">How many could count: all but the proactive ones and those left out by agreement.</param>
    public sealed record Plan(
        string Slug, string Title, PlanStatus Status, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly PublishedOn, bool PublishedIsBound, DateOnly? ClosedOn,
        decimal? ReportedPercent, decimal? VerifiedPercent, int Counted, int Total, string? Source, bool Demonstration, string Url)
    {
        public static Plan From(PlanFigures figures, HubAddresses addresses) => new(
            figures.Plan.Slug, figures.Plan.Title, figures.Plan.Status, figures.Plan.StartsOn, figures.Plan.EndsOn, figures.Plan.PublishedOn,
            figures.Plan.PublishedIsBound, figures.Plan.ClosedOn, figures.Progress.Reported, figures.Progress.Verified, figures.Progress.Counted,
            figures.Progress.Total, figures.Plan.Source, figures.IsDemonstration, addresses.Whole($"/planes/{figures.Plan.Slug}"));
    }

    /// <param name="Status">Null where it has no activities.</param>
    /// <param name="AwaitsDecision">Every activity is verified, and only the secretariat's decision is missing.</param>
    public record Commitment(
        Guid Id, string Plan, string? UniqueId, string Slug, int Number, string Title, string Axis, bool Proactive, ActivityStatus? Status,
        decimal? ReportedPercent, decimal? VerifiedPercent, bool Late, DateOnly? StartsOn, DateOnly? EndsOn, bool Demonstration, string Url,
        bool AwaitsDecision)
    {
        public static Commitment From(CommitmentRow row, HubAddresses addresses) => new(
            row.Id, row.PlanSlug, row.UniqueId, row.Slug, row.Number, row.Title, row.Axis, row.IsProactive, row.Status, row.Progress.Reported,
            row.Progress.Verified, row.IsLate, row.StartsOn, row.EndsOn, row.IsDemonstration, addresses.Whole($"/compromisos/{row.Slug}"),
            row.AwaitsDecision);
    }

    /// <summary>One commitment with everything known of it; evidence and verifications name their activity and its report.</summary>
    public sealed record CommitmentDetail(
        Commitment Head, IReadOnlyList<ActorRow> Actors, Fields Fields, IReadOnlyList<Activity> Activities, IReadOnlyList<Evidence> Evidence,
        IReadOnlyList<Verification> Verifications, string? ContinuationOf, string? ContinuedBy, Withdrawal? Withdrawn, string? Source,
        Decided? Verified, IReadOnlyList<SeatAnswer> SeatAnswers, IReadOnlyList<IndicatorValue> IndicatorValues)
        : Commitment(Head)
    {
        [JsonIgnore]
        public Commitment Head { get; } = Head;

        public static CommitmentDetail From(Core.Tracking.CommitmentDetail found, HubAddresses addresses)
        {
            var (record, text) = (found.Record, found.Record.Text);
            var reports = found.Activities.SelectMany(a => a.Reports).ToList();
            return new CommitmentDetail(
                From(found.Row, addresses),
                record.Actors,
                new Fields(
                    text.Problem, text.Description, text.Contribution, text.ExpectedResult, text.Assumptions, text.Indicator, text.DevelopmentPlanAxis,
                    text.Gender, text.Budget, text.LegalBasis, text.Contact, text.TableOfOrigin, found.PolicyAreas, found.Sdgs, record.Values, record.Links),
                [.. found.Groups.SelectMany(group => group.Activities.Select(a => Activity.From(a, group.Title, found.Row)))],
                [.. reports.SelectMany(r => r.Evidence, (r, e) => TenantApi.Evidence.From(r, e, addresses))],
                [.. reports.SelectMany(r => r.Answers, (r, a) => new Verification(r.ActivityId, r.Number, a.Sector, a.Organization, a.Outcome, a.Reasons, a.AnsweredOn))],
                record.ContinuationOf?.Slug,
                record.ContinuedBy?.Slug,
                record.WithdrawnOn is { } on ? new Withdrawal(on, record.WithdrawnBy!.Value.Value, record.WithdrawalReasons!, found.Row.IsLeftOut) : null,
                record.Source,
                record.VerifiedOn is { } verified ? new Decided(verified, record.VerifiedBy!.Value.Value) : null,
                [.. reports.SelectMany(r => r.Seats, (r, a) => new SeatAnswer(r.ActivityId, r.Number, a.Sector, a.Organization, a.Outcome, a.Reasons, a.On))],
                [.. found.Measured.Select(value => IndicatorValue.From(value, addresses))]);
        }
    }

    /// <summary>The decision of the secretariat that all of it is done.</summary>
    public sealed record Decided(DateOnly On, string Agreement);

    public sealed record Fields(
        string? Problem, string? Description, string? Contribution, string? ExpectedResult, string? Assumptions, Indicator? Indicator,
        string? DevelopmentPlanAxis, string? Gender, string? Budget, string? LegalBasis, string? Contact, string? TableOfOrigin,
        IReadOnlyList<NamedCode> PolicyAreas, IReadOnlyList<NamedCode> Sdgs, IReadOnlyList<ValueRow> Values, IReadOnlyList<LinkRow> Links);

    public sealed record Withdrawal(DateOnly On, string Agreement, string Reasons, bool LeftOut);

    /// <param name="Action">The title of the action it stands under; null where its commitment has none.</param>
    /// <param name="Percent">What is reported as done, 0 to 100.</param>
    /// <param name="Weight">Hundredths of a percent of its action, or of its commitment.</param>
    public sealed record Activity(
        Guid Id, string? Action, string Description, ActivityStatus Status, int Percent, int Weight, bool Late, DateOnly? StartsOn, DateOnly? DueOn,
        DateOnly? DoneOn, string? GovernmentOwner, string? CivilSocietyOwner, string? Deliverable, IReadOnlyList<string> MeansOfVerification,
        IReadOnlyList<Report> Reports, Ending? Ending, bool Demonstration)
    {
        public static Activity From(ActivityDetail a, string? action, CommitmentRow row) => new(
            a.Id, action, a.Description, a.State.Status, a.State.Reported, a.State.Weight, !row.IsOver && a.State.IsLate(row.Today), a.StartsOn, a.State.DueOn,
            a.State.DoneOn, a.GovernmentOwner, a.CivilSocietyOwner, a.Deliverable, a.MeansOfVerification,
            [.. a.Reports.Select(r => new Report(r.Number, r.ReportedOn, r.Status, r.Percent, r.DoneOn, r.Summary, r.StepBackReason, r.Sector, r.Office, r.Obstacle))],
            a.EndedOn is { } on ? new Ending(on, a.EndedBy!.Value.Value, a.EndReasons!) : null,
            a.IsDemonstration);
    }

    public sealed record Ending(DateOnly On, string Agreement, string Reasons);

    public sealed record Report(
        int Number, DateOnly ReportedOn, ActivityStatus Status, int? Percent, DateOnly? DoneOn, string Summary, string? StepBackReason, Sector Sector, string Office,
        Obstacle? Obstacle);

    /// <param name="Url">Null where it was a file that was withdrawn: its bytes are gone.</param>
    /// <param name="Sha256">Of the file; null where it is a link to another site.</param>
    public sealed record Evidence(
        Guid ActivityId, int Report, string Title, string? Url, DateOnly? DatedOn, DateOnly? WithdrawnOn, string? WithdrawalReason, string? Sha256,
        string? FileName, long? Bytes)
    {
        public static Evidence From(ReportRow report, EvidenceRow e, HubAddresses addresses) => new(
            report.ActivityId, report.Number, e.Title, e.Url ?? (FileDownload.AddressOf(e) is { } path ? addresses.Whole(path) : null), e.DatedOn,
            e.WithdrawnOn, e.WithdrawalReason, e.Sha256, e.FileName, e.Bytes);
    }

    /// <summary>What one seat says of a report; its sector's answer is settled from these, and stands among the verifications.</summary>
    public sealed record SeatAnswer(
        Guid ActivityId, int Report, Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons, DateOnly AnsweredOn);

    /// <param name="Url">Of its document; null where it has none, or the file was withdrawn.</param>
    /// <param name="Answers">Whether the seats stand by it: Refused is disputed. No figure follows from it.</param>
    public sealed record IndicatorValue(
        Guid Id, decimal Value, DateOnly MeasuredOn, string Source, string? Url, string? Sha256, string? Note, Sector Sector, string Office, DateOnly RecordedOn,
        DateOnly? WithdrawnOn, string? WithdrawalReason, bool Demonstration, IReadOnlyList<ValueAnswer> Answers)
    {
        public static IndicatorValue From(IndicatorValueRow v, HubAddresses addresses) => new(
            v.Id, v.Value, v.MeasuredOn, v.Source,
            v.Url ?? (v is { Sha256: { } sha256, FileName: { } name, WithdrawnOn: null } ? addresses.Whole(FileDownload.Address(sha256, name)) : null),
            v.Sha256, v.Note, v.Sector, v.Office, v.RecordedOn, v.WithdrawnOn, v.WithdrawalReason, v.IsDemonstration,
            [.. v.Answers.Select(a => new ValueAnswer(a.Sector, a.Organization, a.Outcome, a.Reasons, a.On))]);
    }

    public sealed record ValueAnswer(Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons, DateOnly AnsweredOn);

    public sealed record Verification(
        Guid ActivityId, int Report, Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons, DateOnly AnsweredOn);

    /// <param name="HadQuorum">Null before it closed.</param>
    /// <param name="Minutes">Null: nobody has begun them.</param>
    public sealed record Session(
        Guid Id, int Number, SessionKind Kind, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Place, string? Link, SessionStatus Status,
        DateTimeOffset CalledAt, int NoticeDays, bool ShortNotice, bool? HadQuorum, string? CancellationReason, MinutesStatus? Minutes, bool Demonstration, string Url)
    {
        public static Session From(SessionRow row, HubAddresses addresses) => new(
            row.Id, row.Number!.Value, row.Kind, row.Title, row.StartsAt, row.EndsAt, row.Place, row.Link, row.Status, row.CalledAt!.Value, row.NoticeDays!.Value,
            row.IsShortNotice, row.HadQuorum, row.CancellationReason, row.Minutes, row.IsDemonstration, addresses.Whole($"/sesiones/{row.Id}"));
    }

    /// <param name="IsVacant">No seat is held: nothing new can be verified. False where no seat was ever recorded.</param>
    public sealed record SectorSeats(Sector Sector, bool IsVacant, IReadOnlyList<Seat> Seats);

    /// <param name="EndReason">Null while it lasts, or where no source tells why it ended.</param>
    /// <param name="Members">Everybody who ever sat there.</param>
    public sealed record Seat(
        string Organization, OrganizationType OrganizationType, Branch? Branch, DateOnly? FromOn, DateOnly? UntilOn, string? Source, bool Demonstration,
        Guid Id, string? EndReason, bool IsVacant, IReadOnlyList<Member> Members);

    /// <param name="Name">As the public record has it: a name, or an office.</param>
    public sealed record Member(
        Guid Id, SeatCapacity Capacity, string Name, string? Office, DateOnly? FromOn, DateOnly? UntilOn, string? EndReason, bool Demonstration);

    /// <param name="TwoOfThree">The matters that pass with two of the three sectors in favour; all others take all three.</param>
    /// <param name="Document">The page of the document that publishes them.</param>
    public sealed record Rules(DateOnly FromOn, string? Agreement, IReadOnlyList<Matter> TwoOfThree, string Document);

    public sealed record Name(string Text, string? Acronym, DateOnly? FromOn, DateOnly? UntilOn, string? Source);

    /// <param name="Sectors">The seats held on the day.</param>
    /// <param name="Others">Seats that ended before the day or begin after it, with their sector.</param>
    /// <param name="HasSectorQuorum">Each sector holds a seat; without it nothing new can be verified or decided.</param>
    /// <param name="Rules">Null: none were published, and everything takes all three sectors.</param>
    /// <param name="Facilitators">All there ever were.</param>
    public sealed record SecretariatOn(
        DateOnly AsOf, IReadOnlyList<SectorSeats> Sectors, IReadOnlyList<SectorSeats> Others, FacilitatorRow? Facilitator, Name? Guarantor, Name? LegalBasis,
        IReadOnlyList<StepRow> Steps, bool HasSectorQuorum, Rules? Rules, IReadOnlyList<FacilitatorRow> Facilitators)
    {
        public static SecretariatOn From(SecretariatOnDay found, HubAddresses addresses) => new(
            found.On, BySector(found.Held, found.VacantSectors, found.On), BySector(found.NotHeld, [], found.On), found.Facilitator, NameOf(found.Guarantor),
            NameOf(found.LegalBasis), found.Steps, !found.IsUnknown && found.VacantSectors.Count == 0, RulesOf(found.Rules, addresses), found.Facilitators);

        private static List<SectorSeats> BySector(IEnumerable<SeatRow> seats, IReadOnlyList<Sector> vacant, DateOnly on) =>
            [.. Core.Secretariat.Sectors.All.Select(sector => new SectorSeats(
                sector,
                vacant.Contains(sector),
                [.. seats.Where(s => s.Sector == sector).Select(s => new Seat(
                    s.Organization, s.OrganizationType, s.Branch, s.FromOn, s.UntilOn, s.Source, s.IsDemonstration, s.Id, s.EndReason,
                    s.Days.Includes(on) && s.IsVacantOn(on),
                    [.. s.Members.Select(m => new Member(m.Id, m.Capacity, m.Name, m.Office, m.FromOn, m.UntilOn, m.EndReason, m.IsDemonstration))]))]))];

        private static Rules? RulesOf(RulesOnDay rules, HubAddresses addresses) => rules is { DocumentId: { } document, FromOn: { } from }
            ? new Rules(from, rules.Agreement, rules.TwoOfThree, addresses.Whole($"/documentos/{document}"))
            : null;

        private static Name? NameOf(NameRow? name) => name is null ? null : new(name.Name, name.Acronym, name.FromOn, name.UntilOn, name.Source);
    }
}
