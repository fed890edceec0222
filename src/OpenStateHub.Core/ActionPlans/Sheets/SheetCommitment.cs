using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.ActionPlans.Sheets;

/// <summary>The cells of a commitment, in the first row that names it.</summary>
internal static class SheetCommitment
{
    public static AddCommitment.Input Read(SheetCells cells, DraftPlan.Input plan, AddAxis.Input axis)
    {
        var commitment = new AddCommitment.Input
        {
            PlanId = plan.Id,
            AxisId = axis.Id,
            Number = cells.Number(SheetColumns.Number) ?? 0,
            UniqueId = cells.Text(SheetColumns.UniqueId),
            Slug = cells.Text(SheetColumns.Slug),
            Text = ReadText(cells),
            ContinuationOf = cells.Text(SheetColumns.ContinuationOf),
            Source = cells.Text(SheetColumns.Source),
            Actors = [
                .. cells.Bodies(SheetColumns.Leads, ActorRole.Lead, Sector.Government),
                .. cells.Bodies(SheetColumns.Supporting, ActorRole.Supporting, Sector.Government),
                .. cells.Bodies(SheetColumns.Counterparts, ActorRole.CivilSocietyCounterpart, Sector.CivilSociety),
                .. cells.Bodies(SheetColumns.OtherActors, ActorRole.Other, Sector.Government),
            ],
            Values = [.. ReadValues(cells)],
            Links = cells.Links(SheetColumns.Links),
        };
        Check(cells, commitment, plan);
        return commitment;
    }

    private static CommitmentText ReadText(SheetCells cells) => new()
    {
        Title = cells.Text(SheetColumns.Title) ?? "",
        ShortTitle = cells.Text(SheetColumns.ShortTitle),
        IsProactive = cells.YesOrNo(SheetColumns.IsProactive),
        TableOfOrigin = cells.Text(SheetColumns.TableOfOrigin),
        StartsOn = cells.Day(SheetColumns.CommitmentStartsOn),
        EndsOn = cells.Day(SheetColumns.CommitmentEndsOn),
        Problem = cells.Text(SheetColumns.Problem),
        Description = cells.Text(SheetColumns.Description),
        Contribution = cells.Text(SheetColumns.Contribution),
        ExpectedResult = cells.Text(SheetColumns.ExpectedResult),
        Assumptions = cells.Text(SheetColumns.Assumptions),
        Indicator = ReadIndicator(cells),
        DevelopmentPlanAxis = cells.Text(SheetColumns.DevelopmentPlanAxis),
        Gender = cells.Text(SheetColumns.Gender),
        Budget = cells.Text(SheetColumns.Budget),
        LegalBasis = cells.Text(SheetColumns.LegalBasis),
        Contact = cells.Text(SheetColumns.Contact),
        PolicyAreas = cells.PolicyAreas(SheetColumns.PolicyAreas),
        Sdgs = cells.Sdgs(SheetColumns.Sdgs),
    };

    private static void Check(SheetCells cells, AddCommitment.Input commitment, DraftPlan.Input plan)
    {
        foreach (var (column, day) in new[] { (SheetColumns.CommitmentStartsOn, commitment.Text.StartsOn), (SheetColumns.CommitmentEndsOn, commitment.Text.EndsOn) })
        {
            if (day < plan.StartsOn || day > plan.EndsOn)
            {
                cells.Note(column, PlanRefusals.CommitmentOutsidePlan, cells.Raw(column));
            }
        }

        if (commitment.Text.EndsOn < commitment.Text.StartsOn)
        {
            cells.Note(SheetColumns.CommitmentEndsOn, CommitmentRefusals.EndsBeforeItBegins, cells.Raw(SheetColumns.CommitmentEndsOn));
        }

        if (commitment.Slug is { } slug && !Codes.IsSlug(slug))
        {
            cells.Note(SheetColumns.Slug, CommitmentRefusals.SlugMalformed, slug);
        }
    }

    private static Indicator? ReadIndicator(SheetCells cells)
    {
        var (name, unit) = (cells.Text(SheetColumns.Indicator), cells.Text(SheetColumns.Unit));
        var (baseline, target) = (cells.Text(SheetColumns.Baseline), cells.Text(SheetColumns.Target));

        if (name is not null)
        {
            return new Indicator(name, unit, baseline, target);
        }

        if ((unit ?? baseline ?? target) is not null)
        {
            cells.Note(SheetColumns.Indicator, SheetRefusals.IndicatorWithoutName);
        }

        return null;
    }

    private static IEnumerable<AddCommitment.Value> ReadValues(SheetCells cells)
    {
        (SheetColumn, OpenGovernmentValue)[] values =
        [
            (SheetColumns.AccessToInformation, OpenGovernmentValue.AccessToInformation),
            (SheetColumns.CivicParticipation, OpenGovernmentValue.CivicParticipation),
            (SheetColumns.PublicAccountability, OpenGovernmentValue.PublicAccountability),
            (SheetColumns.TechnologyAndInnovation, OpenGovernmentValue.TechnologyAndInnovation),
        ];

        foreach (var (column, value) in values)
        {
            if (cells.Text(column) is { } reason)
            {
                yield return new AddCommitment.Value(value, reason);
            }
        }
    }
}
