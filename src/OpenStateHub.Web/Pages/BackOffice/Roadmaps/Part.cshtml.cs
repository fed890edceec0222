using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Web.Pages.ActionPlans;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Roadmaps;

/// <summary>What the plan, a commitment, an action or an activity is to say instead.</summary>
[Requires(Right.EditPlans)]
public sealed class PartModel(
    FindRoadmapPage find, FindRoadmapPart read, WriteRoadmapPart write, RoadmapSentences sentences, IStringLocalizer<RoadmapWords> words,
    IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, RoadmapField> Named = new()
    {
        ["indicator"] = RoadmapField.IndicatorName,
        ["unit"] = RoadmapField.IndicatorUnit,
    };

    [BindProperty(Name = "compromiso", SupportsGet = true)]
    public Guid? CommitmentId { get; set; }

    [BindProperty(Name = "accion", SupportsGet = true)]
    public Guid? ActionId { get; set; }

    [BindProperty(Name = "actividad", SupportsGet = true)]
    public Guid? ActivityId { get; set; }

    /// <summary>What the part is to say, by field.</summary>
    [BindProperty]
    public Dictionary<RoadmapField, string?> Values { get; set; } = [];

    /// <summary>What the proposal said when the form was opened: what somebody else wrote meanwhile is read before it is replaced.</summary>
    [BindProperty]
    public Dictionary<RoadmapField, string?> Seen { get; set; } = [];

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public RoadmapChangeRow Change { get; private set; } = null!;

    public IReadOnlyDictionary<RoadmapField, FindRoadmapPart.Value> Said { get; private set; } = null!;

    public IEnumerable<RoadmapField> Fields => Said.Keys;

    private RoadmapPart Part => new(CommitmentId, ActionId, ActivityId);

    public string Heading => Plan.Commitments.FirstOrDefault(c => c.Id == CommitmentId) is not { } commitment ? Plan.Title
        : commitment.Activities.FirstOrDefault(a => a.Id == ActivityId)?.Description
            ?? commitment.Actions.FirstOrDefault(a => a.Id == ActionId)?.Title
            ?? words["Part_Commitment", commitment.Number, commitment.Title].Value;

    /// <summary>What the plan says today, where the field shows something else.</summary>
    public string? HintOf(RoadmapField field) => Said[field] is var (now, proposed) && now != proposed
        ? words["Hint_Now", sentences.Value(field, now) ?? words["Value_None"].Value].Value
        : field is RoadmapField.MeansOfVerification ? words["Hint_Means"].Value : null;

    public static bool IsOptional(RoadmapField field) => field is not (RoadmapField.Title or RoadmapField.Description);

    public static int? RowsOf(RoadmapField field) => field switch
    {
        _ when field.IsDay() => null,
        RoadmapField.ShortTitle or RoadmapField.GovernmentOwner or RoadmapField.CivilSocietyOwner or RoadmapField.IndicatorUnit or RoadmapField.Baseline
            or RoadmapField.Target => null,
        RoadmapField.Title or RoadmapField.IndicatorName => 2,
        _ => 3,
    };

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, id, ct))
        {
            return NotFound();
        }

        Values = Said.ToDictionary(value => value.Key, value => value.Value.Proposed);
        Seen = new(Values);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, id, ct))
        {
            return NotFound();
        }

        var isSeen = Said.All(value => Plain(Seen.GetValueOrDefault(value.Key)) == Plain(value.Value.Proposed));
        var written = Values.Where(value => Said.ContainsKey(value.Key)).ToDictionary();
        var refusal = isSeen ? await PlanEditing.TryAsync(() => write.ExecuteAsync(id, Part, written, ct)) : PlanRefusals.ChangedMeanwhile;

        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep(FindRoadmapPage.AddressOf(slug, id)));
        }

        ModelState.Refuse(refusal, reasons, Said.Keys.ToDictionary(NameOf, field => $"Values[{field}]"));
        Values = Said.ToDictionary(value => value.Key, value => Values.GetValueOrDefault(value.Key));
        Seen = Said.ToDictionary(value => value.Key, value => value.Value.Proposed);
        return Page();
    }

    /// <summary>As a refusal names it.</summary>
    private static string NameOf(RoadmapField field) =>
        Named.FirstOrDefault(name => name.Value == field).Key ?? char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private async Task<bool> LoadAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, id, ct) is not { Change.Status: RoadmapChangeStatus.Draft } found || await read.ExecuteAsync(id, Part, ct) is not { } said)
        {
            return false;
        }

        (Plan, Change, Said) = (found.Plan, found.Change, said);
        return true;
    }
}
