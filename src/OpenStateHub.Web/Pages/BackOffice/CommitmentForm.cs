using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>A commitment as its form has it. What the first screen asks stands alone; whatever there is more of stands in rows.</summary>
public sealed class CommitmentForm
{
    private const int RowsOfActors = 3;
    private const int RowsOfLinks = 2;

    /// <summary>Given before the first save, so that a form sent twice adds one commitment.</summary>
    public Guid Id { get; set; }

    public string? Title { get; set; }
    public Guid? AxisId { get; set; }
    public string? Problem { get; set; }
    public string? Lead { get; set; }
    public Sector LeadSector { get; set; }
    public string? Counterpart { get; set; }
    public OpenGovernmentValue? Value { get; set; }
    public string? Reason { get; set; }

    public string? ShortTitle { get; set; }
    public string? Description { get; set; }
    public string? Contribution { get; set; }
    public string? ExpectedResult { get; set; }
    public string? Assumptions { get; set; }
    public string? Indicator { get; set; }
    public string? Unit { get; set; }
    public string? Baseline { get; set; }
    public string? Target { get; set; }
    public string? Contact { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public int? Number { get; set; }
    public string? UniqueId { get; set; }
    public string? TableOfOrigin { get; set; }
    public string? ContinuationOf { get; set; }
    public bool IsProactive { get; set; }
    public string? DevelopmentPlanAxis { get; set; }
    public string? Gender { get; set; }
    public string? Budget { get; set; }
    public string? LegalBasis { get; set; }

    public List<ActorRow> Actors { get; set; } = [];
    public List<ValueRow> MoreValues { get; set; } = [];
    public List<LinkRow> Links { get; set; } = [];
    public List<string> Sdgs { get; set; } = [];
    public List<string> PolicyAreas { get; set; } = [];

    /// <summary>What the form showed when it was opened; see <see cref="SeenForm"/>.</summary>
    [JsonIgnore]
    public string? Seen { get; set; }

    public sealed class ActorRow
    {
        public string? Organization { get; set; }
        public ActorRole Role { get; set; } = ActorRole.Supporting;
        public Sector Sector { get; set; }
    }

    public sealed class ValueRow
    {
        public OpenGovernmentValue? Value { get; set; }
        public string? Reason { get; set; }
    }

    public sealed class LinkRow
    {
        public LinkKind Kind { get; set; }
        public string? Target { get; set; }
        public string? Label { get; set; }
    }

    public static CommitmentForm Of(FindCommitmentWork.Result found)
    {
        var text = found.Text;
        var lead = found.Actors.FirstOrDefault(a => a.Role is ActorRole.Lead);
        var counterpart = found.Actors.FirstOrDefault(a => a is { Role: ActorRole.CivilSocietyCounterpart, Sector: Sector.CivilSociety });
        var form = new CommitmentForm
        {
            Id = found.Id,
            Title = text.Title,
            AxisId = found.AxisId,
            Problem = text.Problem,
            Lead = lead?.Organization,
            LeadSector = lead?.Sector ?? Sector.Government,
            Counterpart = counterpart?.Organization,
            Value = found.Values.Count > 0 ? found.Values[0].Kind : null,
            Reason = found.Values.Count > 0 ? found.Values[0].Reason : null,
            ShortTitle = text.ShortTitle,
            Description = text.Description,
            Contribution = text.Contribution,
            ExpectedResult = text.ExpectedResult,
            Assumptions = text.Assumptions,
            Indicator = text.Indicator?.Name,
            Unit = text.Indicator?.Unit,
            Baseline = text.Indicator?.Baseline,
            Target = text.Indicator?.Target,
            Contact = text.Contact,
            StartsOn = text.StartsOn,
            EndsOn = text.EndsOn,
            Number = found.Number,
            UniqueId = found.UniqueId,
            TableOfOrigin = text.TableOfOrigin,
            ContinuationOf = found.ContinuationOf,
            IsProactive = text.IsProactive,
            DevelopmentPlanAxis = text.DevelopmentPlanAxis,
            Gender = text.Gender,
            Budget = text.Budget,
            LegalBasis = text.LegalBasis,
            Actors = [.. found.Actors.Where(a => a != lead && a != counterpart)
                .Select(a => new ActorRow { Organization = a.Organization, Role = a.Role, Sector = a.Sector })],
            MoreValues = [.. found.Values.Skip(1).Select(v => new ValueRow { Value = v.Kind, Reason = v.Reason })],
            Links = [.. found.Links.Select(l => new LinkRow { Kind = l.Kind, Target = l.Target, Label = l.Label })],
            Sdgs = [.. text.Sdgs],
            PolicyAreas = [.. text.PolicyAreas],
        };
        form.Seen = SeenForm.Of(form.Tidy());
        return form;
    }

    /// <summary>Without empty rows, and with what was ticked in one order, whoever ticked it.</summary>
    public CommitmentForm Tidy()
    {
        Actors.RemoveAll(a => string.IsNullOrWhiteSpace(a.Organization));
        MoreValues.RemoveAll(v => v.Value is null && string.IsNullOrWhiteSpace(v.Reason));
        Links.RemoveAll(l => string.IsNullOrWhiteSpace(l.Target) && string.IsNullOrWhiteSpace(l.Label));
        Sdgs.Sort(StringComparer.Ordinal);
        PolicyAreas.Sort(StringComparer.Ordinal);
        return this;
    }

    /// <summary>With empty rows for what comes next.</summary>
    public void AddRows()
    {
        var values = Enum.GetValues<OpenGovernmentValue>().Length - 1;
        Fill(Actors, RowsOfActors - Actors.Count(a => string.IsNullOrWhiteSpace(a.Organization)));
        Fill(MoreValues, values - MoreValues.Count);
        Fill(Links, RowsOfLinks - Links.Count(l => string.IsNullOrWhiteSpace(l.Target)));
    }

    private static void Fill<TRow>(List<TRow> rows, int missing)
        where TRow : new() => rows.AddRange(Enumerable.Range(0, Math.Max(0, missing)).Select(_ => new TRow()));

    public AddCommitment.Input Input(Guid planId) => new()
    {
        Id = Id,
        PlanId = planId,
        AxisId = AxisId ?? Guid.Empty,
        Number = Number,
        UniqueId = UniqueId,
        ContinuationOf = string.IsNullOrEmpty(ContinuationOf) ? null : ContinuationOf,
        Text = new CommitmentText
        {
            Title = Title ?? "",
            ShortTitle = ShortTitle,
            IsProactive = IsProactive,
            TableOfOrigin = TableOfOrigin,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
            Problem = Problem,
            Description = Description,
            Contribution = Contribution,
            ExpectedResult = ExpectedResult,
            Assumptions = Assumptions,
            Indicator = new Indicator(Indicator ?? "", Unit, Baseline, Target),
            DevelopmentPlanAxis = DevelopmentPlanAxis,
            Gender = Gender,
            Budget = Budget,
            LegalBasis = LegalBasis,
            Contact = Contact,
            Sdgs = Sdgs,
            PolicyAreas = PolicyAreas,
        },
        Actors = [.. AllActors().Select(a => new AddCommitment.Actor(a.Role, a.Sector, a.Organization!))],
        Values = [.. AllValues().Select(v => new AddCommitment.Value(v.Value!.Value, v.Reason ?? ""))],
        Links = [.. Links.Where(l => !string.IsNullOrWhiteSpace(l.Target)).Select(l => new AddCommitment.Link(l.Kind, l.Target!, l.Label))],
    };

    /// <summary>The first field whose answer hangs on a choice that was not made: a reason without its value.</summary>
    public bool ReasonLacksValue => Value is null && !string.IsNullOrWhiteSpace(Reason);

    private IEnumerable<ActorRow> AllActors() =>
        new[]
        {
            new ActorRow { Organization = Lead, Role = ActorRole.Lead, Sector = LeadSector },
            new ActorRow { Organization = Counterpart, Role = ActorRole.CivilSocietyCounterpart, Sector = Sector.CivilSociety },
        }.Concat(Actors).Where(a => !string.IsNullOrWhiteSpace(a.Organization));

    private IEnumerable<ValueRow> AllValues() => MoreValues.Prepend(new ValueRow { Value = Value, Reason = Reason }).Where(v => v.Value is not null);

    /// <summary>Every field by its label and in words, always the same ones in the same order: what two people wrote is compared line by line.</summary>
    public IEnumerable<(string Label, string? Text)> Said(
        IStringLocalizer<PlanWords> words, IStringLocalizer<SharedWords> shared, IReadOnlyDictionary<Guid, string> axes)
    {
        (string Field, string? Text)[] said =
        [
            (nameof(Title), Title), (nameof(AxisId), axes.GetValueOrDefault(AxisId ?? Guid.Empty)), (nameof(Problem), Problem),
            (nameof(Actors), string.Join('\n', AllActors().Select(a => $"{a.Organization!.Trim()} ({words[$"Actor_{a.Role}"]}, {shared[$"Sector_{a.Sector}"]})"))),
            (nameof(MoreValues), string.Join('\n', AllValues().OrderBy(v => v.Value).Select(v => $"{words[$"Value_{v.Value}"]}: {v.Reason?.Trim()}"))),
            (nameof(ShortTitle), ShortTitle), (nameof(Description), Description), (nameof(Contribution), Contribution),
            (nameof(ExpectedResult), ExpectedResult), (nameof(Assumptions), Assumptions), (nameof(Indicator), Indicator), (nameof(Unit), Unit),
            (nameof(Baseline), Baseline), (nameof(Target), Target), (nameof(Contact), Contact),
            (nameof(StartsOn), StartsOn is { } from ? Dates.Words(from) : null), (nameof(EndsOn), EndsOn is { } until ? Dates.Words(until) : null),
            (nameof(Number), Number?.ToString(Languages.Spanish)), (nameof(UniqueId), UniqueId), (nameof(TableOfOrigin), TableOfOrigin),
            (nameof(ContinuationOf), ContinuationOf), (nameof(IsProactive), IsProactive ? words["Yes"] : words["No"]),
            (nameof(DevelopmentPlanAxis), DevelopmentPlanAxis), (nameof(Gender), Gender), (nameof(Budget), Budget), (nameof(LegalBasis), LegalBasis),
            (nameof(Sdgs), string.Join(", ", Sdgs.Order(StringComparer.Ordinal))), (nameof(PolicyAreas), string.Join(", ", PolicyAreas.Order(StringComparer.Ordinal))),
            (nameof(Links), string.Join('\n', Links.Where(l => !string.IsNullOrWhiteSpace(l.Target)).Select(l => $"{words[$"Link_{l.Kind}"]}: {l.Target!.Trim()} {l.Label?.Trim()}".Trim()))),
        ];
        return said.Select(field => (words[$"Commitment_{field.Field}"].Value, field.Text));
    }
}
