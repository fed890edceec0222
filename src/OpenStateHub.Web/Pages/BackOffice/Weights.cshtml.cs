using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using Shares = OpenStateHub.Core.ActionPlans.Weights;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What the children of one parent weigh: written, shared out equally, or made to fit what was changed.</summary>
[Requires(Right.EditPlans)]
public sealed class WeightsModel(
    FindCommitmentParts find, SetWeights set, IStringLocalizer<RefusalWords> reasons, IStringLocalizer<ActivityWords> words) : PageModel
{
    private static readonly Dictionary<string, string> NoFields = [];

    /// <summary>The action whose activities are weighed; null for the children of the commitment itself.</summary>
    [BindProperty(Name = "accion", SupportsGet = true)]
    public Guid? ActionId { get; set; }

    /// <summary>In percent, as typed.</summary>
    [BindProperty]
    public Dictionary<Guid, string?> Typed { get; set; } = [];

    /// <summary>The weights that the person saw.</summary>
    [BindProperty]
    public Dictionary<Guid, int> Seen { get; set; } = [];

    public FindCommitmentParts.Result Commitment { get; private set; } = null!;

    public IReadOnlyList<Child> Children { get; private set; } = [];

    public bool IsProposal { get; private set; }

    public int Total => Typed.Values.Sum(typed => WeightText.Read(typed) ?? 0);

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, CancellationToken ct) =>
        await LoadAsync(slug, commitmentSlug, ct) ? Start() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, string commitmentSlug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, ct))
        {
            return NotFound();
        }

        if (Read() is not { } weights)
        {
            return Page();
        }

        var input = new SetWeights.Input { CommitmentId = Commitment.Id, ActionId = ActionId, Seen = Seen, Weights = weights };

        if (await PlanEditing.TryAsync(() => set.ExecuteAsync(input, ct)) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(Commitment.Address() + "?hecho=pesos"));
        }

        ModelState.Refuse(refusal, reasons, NoFields);
        await LoadAsync(slug, commitmentSlug, ct);

        if (refusal == PlanRefusals.ChangedMeanwhile)
        {
            // The list shows what each weighs now; what was typed for those that are still there stays.
            ModelState.Remove(nameof(Seen));
            Seen = Children.ToDictionary(child => child.Id, child => child.Weight);
            Typed = Children.ToDictionary(child => child.Id, string? (child) => Typed.GetValueOrDefault(child.Id) ?? WeightText.Of(child.Weight));
        }

        return Page();
    }

    public Task<IActionResult> OnPostEqualAsync(string slug, string commitmentSlug, CancellationToken ct) =>
        ProposeAsync(slug, commitmentSlug, () => Shares.Equal(Seen.Keys), ct);

    /// <summary>What the person changed stays; the others share what is left in their proportions.</summary>
    public Task<IActionResult> OnPostRestAsync(string slug, string commitmentSlug, CancellationToken ct) => ProposeAsync(
        slug,
        commitmentSlug,
        () =>
        {
            var weights = Read();
            var changed = weights?.Where(weight => Seen.GetValueOrDefault(weight.Key) != weight.Value).ToDictionary();
            return changed is null ? null : Shares.Fix(changed, Seen.Where(weight => !changed.ContainsKey(weight.Key)).ToDictionary());
        },
        ct);

    private async Task<IActionResult> ProposeAsync(string slug, string commitmentSlug, Func<IReadOnlyDictionary<Guid, int>?> propose, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, ct))
        {
            return NotFound();
        }

        if (propose() is { } proposed)
        {
            ModelState.Clear();
            (Typed, IsProposal) = (proposed.ToDictionary(weight => weight.Key, weight => (string?)WeightText.Of(weight.Value)), true);
        }

        return Page();
    }

    /// <summary>Null where a number cannot be read, or is nothing: it then stands beside its field.</summary>
    private Dictionary<Guid, int>? Read()
    {
        foreach (var (id, typed) in Typed.Where(pair => WeightText.Read(pair.Value) is null or 0))
        {
            ModelState.AddModelError($"Typed[{id}]", words["Weight_Unreadable"]);
        }

        return ModelState.IsValid ? Typed.ToDictionary(pair => pair.Key, pair => WeightText.Read(pair.Value)!.Value) : null;
    }

    private PageResult Start()
    {
        Seen = Children.ToDictionary(child => child.Id, child => child.Weight);
        Typed = Children.ToDictionary(child => child.Id, child => (string?)WeightText.Of(child.Weight));
        return Page();
    }

    private async Task<bool> LoadAsync(string slug, string commitmentSlug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, commitmentSlug, ct) is not { } found || (ActionId is not null && found.Actions.All(a => a.Id != ActionId)))
        {
            return false;
        }

        Commitment = found;
        Children = ActionId is null && found.Actions.Count > 0
            ? [.. found.Actions.Select(a => new Child(a.Id, a.Title, a.Weight))]
            : [.. found.Activities.Where(a => a.ActionId == ActionId).Select(a => new Child(a.Id, a.Text.Description, a.Weight))];
        return true;
    }

    public sealed record Child(Guid Id, string Title, int Weight);
}
