using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>Takes a plan in from its sheet as a draft, by the commands of the editor and in one transaction: all of it or nothing.</summary>
public sealed class ImportPlan(
    HubDbContext db, DraftPlan draft, AddAxis addAxis, AddCommitment addCommitment, AddAction addAction, AddActivity addActivity)
{
    private const int FirstRow = 2;

    private static readonly Dictionary<string, SheetColumn> PlanCells = new()
    {
        ["slug"] = SheetColumns.Plan,
        ["title"] = SheetColumns.Plan,
        ["startsOn"] = SheetColumns.PlanStartsOn,
        ["endsOn"] = SheetColumns.PlanEndsOn,
        ["source"] = SheetColumns.PlanSource,
    };

    private static readonly Dictionary<string, SheetColumn> CommitmentCells = new()
    {
        ["slug"] = SheetColumns.Slug,
        ["number"] = SheetColumns.Number,
        ["continuationOf"] = SheetColumns.ContinuationOf,
        ["links"] = SheetColumns.Links,
        ["sdgs"] = SheetColumns.Sdgs,
        ["policyAreas"] = SheetColumns.PolicyAreas,
    };

    /// <returns>The address of the draft, or what is wrong.</returns>
    public async Task<Result> ExecuteAsync(byte[] content, CancellationToken ct)
    {
        var sheet = PlanSheet.Read(content, await VocabularyAsync(ct));

        if (sheet.Errors.Count > 0 || sheet.Plan is not { } plan)
        {
            return new Result(null, sheet.Errors);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var errors = await WriteOnceAsync(sheet, plan, ct);

        if (errors.Count > 0)
        {
            await transaction.RollbackAsync(ct);
            return new Result(null, errors);
        }

        await transaction.CommitAsync(ct);
        return new Result(Codes.SlugOf(plan.Title), []);
    }

    private async Task<SheetVocabulary> VocabularyAsync(CancellationToken ct)
    {
        var areas = await db.PolicyAreas.AsNoTracking().ToListAsync(ct);
        var goals = await db.DevelopmentGoals.Select(goal => goal.Code).ToListAsync(ct);
        return new SheetVocabulary(
            areas.SelectMany(area => new[] { (Name: area.Code, area.Code), (Name: Codes.SlugOf(area.TitleEs), area.Code) })
                .DistinctBy(named => named.Name)
                .ToDictionary(named => named.Name, named => named.Code),
            goals.ToHashSet());
    }

    private async Task<List<SheetError>> WriteOnceAsync(PlanSheet sheet, DraftPlan.Input plan, CancellationToken ct)
    {
        try
        {
            return await WriteAsync(sheet, plan, ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same sheet sent twice at once: the other one was first.
            return [new SheetError(FirstRow, SheetColumns.Plan.Title, PlanRefusals.SlugTaken)];
        }
    }

    private async Task<List<SheetError>> WriteAsync(PlanSheet sheet, DraftPlan.Input plan, CancellationToken ct)
    {
        var errors = new List<SheetError>();

        bool Took(int row, Refusal? refusal, IReadOnlyDictionary<string, SheetColumn> cells)
        {
            if (refusal is not null)
            {
                errors.Add(new SheetError(row, cells.GetValueOrDefault(refusal.Field ?? "")?.Title, refusal));
            }

            return refusal is null;
        }

        if (!Took(FirstRow, await draft.ExecuteAsync(plan, ct), PlanCells))
        {
            return errors;
        }

        foreach (var axis in sheet.Axes)
        {
            Took(FirstRow, await addAxis.ExecuteAsync(axis, ct), PlanCells);
        }

        // What hangs on a refused commitment has nowhere to go; the refusals of all the others are still worth telling.
        var taken = new HashSet<Guid>();

        foreach (var (row, commitment) in sheet.Commitments)
        {
            if (Took(row, await addCommitment.ExecuteAsync(commitment, ct), CommitmentCells))
            {
                taken.Add(commitment.Id);
            }
        }

        foreach (var (row, action) in sheet.Actions.Where(action => taken.Contains(action.Input.CommitmentId)))
        {
            Took(row, await addAction.ExecuteAsync(action, ct), CommitmentCells);
        }

        foreach (var (row, activity) in sheet.Activities.Where(activity => taken.Contains(activity.Input.CommitmentId)))
        {
            Took(row, await addActivity.ExecuteAsync(activity, ct), CommitmentCells);
        }

        return errors;
    }

    public sealed record Result(string? Slug, IReadOnlyList<SheetError> Errors);
}
