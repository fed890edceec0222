using System.Globalization;

namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>The weights of siblings: none, for equal shares, or all, and then exactly 100 %.</summary>
internal static class SheetWeights
{
    public static void Check(
        IReadOnlyList<PlanSheet.Of<AddAction.Input>> actions, IReadOnlyList<PlanSheet.Of<AddActivity.Input>> activities, List<SheetError> errors)
    {
        Check(SheetColumns.ActionWeight, actions.Select(a => (a.Input.CommitmentId, a.Row, a.Input.Weight)), errors);
        Check(SheetColumns.Weight, activities.Select(a => (a.Input.ActionId ?? a.Input.CommitmentId, a.Row, a.Input.Weight)), errors);
    }

    private static void Check(SheetColumn column, IEnumerable<(Guid Parent, int Row, int? Weight)> weights, List<SheetError> errors)
    {
        // A cell that could not be read was noted already, and would be noted here a second time.
        var noted = errors.Where(error => error.Column == column.Title).Select(error => error.Row).ToHashSet();

        foreach (var siblings in weights.GroupBy(weight => weight.Parent).Where(group => group.Any(s => s.Weight is not null) && !group.Any(s => noted.Contains(s.Row))))
        {
            var empty = siblings.Where(sibling => sibling.Weight is null).ToList();
            errors.AddRange(empty.Select(sibling => new SheetError(sibling.Row, column.Title, SheetRefusals.WeightMissing)));

            if (empty.Count == 0 && !Weights.AreWhole(siblings.Select(sibling => sibling.Weight!.Value)))
            {
                var total = siblings.Sum(sibling => sibling.Weight!.Value) / 100m;
                errors.Add(new SheetError(
                    siblings.Last().Row, column.Title, SheetRefusals.WeightsNotWhole with { Detail = total.ToString("0.##", CultureInfo.InvariantCulture) + " %" }));
            }
        }
    }
}
