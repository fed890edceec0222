using OpenStateHub.Core.ActionPlans.Decided;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Votes;

/// <summary>What the form of a new vote has, as it was typed.</summary>
public sealed class NewDecisionForm
{
    /// <summary>Of the refusals' fields, the inputs that stand for them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["title"] = "Form.Title",
        ["text"] = "Form.Text",
        ["subject"] = "Form.Subject",
        ["agendaItem"] = "Form.Item",
        ["closesAt"] = "Form.ClosesOn",
        ["responsible"] = "Form.Responsible",
        ["organization"] = "Form.Organization",
        ["branch"] = "Form.Organization",
        ["document"] = "Form.Document",
    };

    /// <summary>Made with the form: sent twice, it is put to the vote once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid? Subject { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }

    /// <summary>An agenda item of an open session; null: in writing.</summary>
    public Guid? Item { get; set; }

    public DateOnly? ClosesOn { get; set; }
    public TimeOnly? ClosesTime { get; set; } = new(18, 0);
    public string? Responsible { get; set; }
    public DateOnly? DueOn { get; set; }
    public bool LeaveOut { get; set; }
    public string? Organization { get; set; }
    public Sector Sector { get; set; } = Sector.CivilSociety;
    public OrganizationType OrganizationType { get; set; }
    public Guid? Document { get; set; }
    public DateOnly? RulesFromOn { get; set; }
    public IReadOnlyList<Matter> TwoOfThree { get; set; } = [];

    public OpenDecision.Input InputFor(Matter matter, Tenant place, bool isDemonstration) => new()
    {
        Id = Id,
        Matter = matter,
        SubjectId = matter.IsAboutSomething() ? Subject : null,
        AgendaItemId = Item,
        ClosesAt = Deadline(place),
        Title = Title ?? "",
        Text = Text ?? "",
        Terms = TermsFor(matter),
        Responsible = Responsible,
        DueOn = DueOn,
        IsDemonstration = isDemonstration,
    };

    /// <summary>The moment in the place's own time; in an hour that its clocks leave out, the same moment as an hour later.</summary>
    private DateTimeOffset? Deadline(Tenant place)
    {
        if (ClosesOn is not { } day || Item is not null)
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone);
        var local = day.ToDateTime(ClosesTime ?? TimeOnly.MaxValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private string? TermsFor(Matter matter) => matter switch
    {
        Matter.WithdrawCommitment => DecisionTerms.Write(new WithdrawalTerms(LeaveOut)),
        Matter.AcceptOrganization when !string.IsNullOrWhiteSpace(Organization) =>
            DecisionTerms.Write(new SeatTerms(Sector, Organization.Trim(), OrganizationType, null)),
        Matter.ChangeRules when Document is { } document && RulesFromOn is { } from => DecisionTerms.Write(new RulesTerms(document, from, TwoOfThree)),
        _ => null,
    };
}
