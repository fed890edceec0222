namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>A plan as a spreadsheet has it, checked whole: what the commands take, or what is wrong, cell by cell.</summary>
/// <param name="Plan">Null where the file could not be read at all.</param>
/// <param name="Errors">Sorted by row; with any, nothing of the sheet is to be written.</param>
public sealed record PlanSheet(
    DraftPlan.Input? Plan,
    IReadOnlyList<AddAxis.Input> Axes,
    IReadOnlyList<PlanSheet.Of<AddCommitment.Input>> Commitments,
    IReadOnlyList<PlanSheet.Of<AddAction.Input>> Actions,
    IReadOnlyList<PlanSheet.Of<AddActivity.Input>> Activities,
    IReadOnlyList<SheetError> Errors)
{
    public static PlanSheet Read(byte[] content, SheetVocabulary known)
    {
        var table = SheetTable.Read(content);
        return table.Errors.Count > 0 ? new PlanSheet(null, [], [], [], [], table.Errors) : new SheetReading(known).Read(table);
    }

    /// <summary>What a row gave.</summary>
    public sealed record Of<T>(int Row, T Input);
}

/// <summary>One reading of a sheet: the first row of a plan and of a commitment tells them, the rows that follow may repeat or omit it.</summary>
internal sealed class SheetReading(SheetVocabulary known)
{
    private readonly List<SheetError> errors = [];
    private readonly Dictionary<string, AddAxis.Input> axes = [];
    private readonly List<PlanSheet.Of<AddAction.Input>> actions = [];
    private readonly List<PlanSheet.Of<AddActivity.Input>> activities = [];
    private readonly Dictionary<string, (SheetCells Cells, AddCommitment.Input Input)> commitments = [];

    public PlanSheet Read(SheetTable table)
    {
        var first = new SheetCells(table.Rows[0].Row, table.Rows[0].Cells, known, errors);
        var plan = ReadPlan(first);
        (SheetCells Cells, AddCommitment.Input Input)? current = null;

        foreach (var (row, found) in table.Rows)
        {
            var cells = new SheetCells(row, found, known, errors);
            CheckSame(cells, first, CellLevel.Plan);
            current = CommitmentOf(cells, plan, current);
            ReadActivity(cells, current.Value.Input, plan);
        }

        SheetWeights.Check(actions, activities, errors);
        return new PlanSheet(
            plan,
            [.. axes.Values],
            [.. commitments.Values.Select(c => new PlanSheet.Of<AddCommitment.Input>(c.Cells.Row, c.Input))],
            actions,
            InOrder(activities),
            [.. errors.Distinct().OrderBy(error => error.Row)]);
    }

    private static DraftPlan.Input ReadPlan(SheetCells cells)
    {
        var plan = new DraftPlan.Input
        {
            Title = cells.Text(SheetColumns.Plan) ?? "",
            Summary = cells.Text(SheetColumns.Summary),
            Note = cells.Text(SheetColumns.Note),
            StartsOn = cells.Day(SheetColumns.PlanStartsOn),
            EndsOn = cells.Day(SheetColumns.PlanEndsOn),
            IsTranscription = cells.YesOrNo(SheetColumns.IsTranscription),
            Source = cells.Text(SheetColumns.PlanSource),
        };

        if (plan.EndsOn < plan.StartsOn)
        {
            cells.Note(SheetColumns.PlanEndsOn, PlanRefusals.EndsBeforeItBegins, cells.Raw(SheetColumns.PlanEndsOn));
        }

        foreach (var column in new[] { SheetColumns.PlanStartsOn, SheetColumns.PlanEndsOn }.Where(c => !plan.IsTranscription && cells.Raw(c).Length == 0))
        {
            cells.Note(column, SheetRefusals.Missing);
        }

        if (plan.IsTranscription && plan.Source is null)
        {
            cells.Note(SheetColumns.PlanSource, PlanRefusals.TranscriptionWithoutSource);
        }

        return plan;
    }

    /// <summary>The commitment that the row belongs to: the one with its number, or the one above where it has none.</summary>
    private (SheetCells Cells, AddCommitment.Input Input) CommitmentOf(
        SheetCells cells, DraftPlan.Input plan, (SheetCells Cells, AddCommitment.Input Input)? above)
    {
        var number = cells.Raw(SheetColumns.Number);

        if ((number.Length == 0 ? above : commitments.TryGetValue(number, out var found) ? found : null) is { } before)
        {
            CheckSame(cells, before.Cells, CellLevel.Commitment);
            return before;
        }

        var axis = cells.Text(SheetColumns.Axis) ?? "";

        if (!axes.TryGetValue(axis, out var under))
        {
            axes[axis] = under = new AddAxis.Input { PlanId = plan.Id, Title = axis };
        }

        return commitments[number] = (cells, SheetCommitment.Read(cells, plan, under));
    }

    private void ReadActivity(SheetCells cells, AddCommitment.Input commitment, DraftPlan.Input plan)
    {
        var activity = new AddActivity.Input
        {
            CommitmentId = commitment.Id,
            ActionId = ActionOf(cells, commitment),
            Description = cells.Text(SheetColumns.Activity) ?? "",
            GovernmentOwner = cells.Text(SheetColumns.GovernmentOwner),
            CivilSocietyOwner = cells.Text(SheetColumns.CivilSocietyOwner),
            StartsOn = cells.Day(SheetColumns.StartsOn),
            DueOn = cells.Day(SheetColumns.DueOn),
            Deliverable = cells.Text(SheetColumns.Deliverable),
            MeansOfVerification = cells.List(SheetColumns.MeansOfVerification),
            Weight = cells.Percent(SheetColumns.Weight),
        };
        activities.Add(new(cells.Row, activity));
        var (from, until) = (commitment.Text.StartsOn ?? plan.StartsOn, commitment.Text.EndsOn ?? plan.EndsOn);

        foreach (var (column, day) in new[] { (SheetColumns.StartsOn, activity.StartsOn), (SheetColumns.DueOn, activity.DueOn) })
        {
            if (day < from || day > until)
            {
                cells.Note(column, CommitmentRefusals.ActivityOutsideCommitment, cells.Raw(column));
            }
        }

        if (activity.DueOn < activity.StartsOn)
        {
            cells.Note(SheetColumns.DueOn, ActivityRefusals.DueBeforeItStarts, cells.Raw(SheetColumns.DueOn));
        }

        if (activities.Any(other => other.Input.CommitmentId == commitment.Id && other.Input.ActionId is null != activity.ActionId is null))
        {
            cells.Note(SheetColumns.Action, CommitmentRefusals.EitherActionsOrActivities, cells.Raw(SheetColumns.Action));
        }
    }

    private Guid? ActionOf(SheetCells cells, AddCommitment.Input commitment)
    {
        var weight = cells.Percent(SheetColumns.ActionWeight);

        if (cells.Text(SheetColumns.Action) is not { } title)
        {
            return null;
        }

        if (actions.Find(a => a.Input.CommitmentId == commitment.Id && a.Input.Title == title) is { } before)
        {
            if (weight is not null && weight != before.Input.Weight)
            {
                cells.Note(SheetColumns.ActionWeight, SheetRefusals.Differs, cells.Raw(SheetColumns.ActionWeight));
            }

            return before.Input.Id;
        }

        var action = new AddAction.Input { CommitmentId = commitment.Id, Title = title, Weight = weight };
        actions.Add(new(cells.Row, action));
        return action.Id;
    }

    private static void CheckSame(SheetCells cells, SheetCells first, CellLevel level)
    {
        foreach (var column in SheetColumns.All.Where(column => column.Level == level))
        {
            if (cells.Raw(column) is { Length: > 0 } text && text != first.Raw(column))
            {
                cells.Note(column, SheetRefusals.Differs, text.Length > 60 ? text[..60] + "…" : text);
            }
        }
    }

    // Equal weights give the hundredths that do not divide to the first ids: in the order of the rows.
    private static List<PlanSheet.Of<AddActivity.Input>> InOrder(List<PlanSheet.Of<AddActivity.Input>> found)
    {
        var ids = found.Select(_ => Guid.CreateVersion7()).Order().ToList();
        return [.. found.Zip(ids, (activity, id) => activity with { Input = activity.Input with { Id = id } })];
    }
}
