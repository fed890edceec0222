using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Answers;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>Plans made by the commands that the editor and the seeds use, complete except for what a test is about.</summary>
internal static class GivenPlans
{
    public static readonly AgreementNumber Agreement = AgreementNumber.From("STL-DGO/2026/03")!.Value;
    public static readonly DateOnly PublishedOn = new(2026, 2, 1);

    public static DraftPlan.Input Plan(string slug = "2026") =>
        new() { Slug = slug, Title = "Plan 2026", StartsOn = new(2026, 1, 1), EndsOn = new(2026, 12, 31) };

    public static AddCommitment.Input Commitment(
        DraftPlan.Input plan, AddAxis.Input axis, int number = 1, string shortTitle = "Agua Limpia", string? problem = "No se sabe si el agua es potable.") => new()
        {
            PlanId = plan.Id,
            AxisId = axis.Id,
            Number = number,
            Text = new CommitmentText
            {
                Title = "Seguimiento ciudadano del programa Agua Limpia",
                ShortTitle = shortTitle,
                Problem = problem,
                Indicator = new Indicator("Muestras publicadas", "muestras", "0", "48"),
                PolicyAreas = ["water-sanitation"],
                Sdgs = ["6", "6.3"],
            },
            Actors = [new(ActorRole.Lead, Sector.Government, "Aguas del Municipio"), new(ActorRole.CivilSocietyCounterpart, Sector.CivilSociety, "Consejo Ciudadano")],
            Values = [new(OpenGovernmentValue.CivicParticipation, "Los vecinos toman las muestras.")],
            Links = [new(LinkKind.Ocds, "ocds-213czf-000-00001", "Contrato del laboratorio")],
        };

    public static AddActivity.Input Activity(AddCommitment.Input commitment) => new()
    {
        CommitmentId = commitment.Id,
        Description = "Tomar las muestras",
        GovernmentOwner = "Aguas del Municipio",
        CivilSocietyOwner = "Consejo Ciudadano",
        DueOn = new(2026, 6, 30),
        Deliverable = "Informe de muestras",
        MeansOfVerification = ["Informe publicado", "Fotografías"],
    };

    /// <summary>A plan with one commitment and its activities, in implementation, and a secretariat of one seat a sector.</summary>
    /// <param name="middle">A day that the plan is under way on, where it must not be the year of <see cref="Plan"/>.</param>
    public static async Task<IReadOnlyList<AddActivity.Input>> RunningPlanAsync(IServiceProvider scope, int activities = 1, DateOnly? middle = null)
    {
        var publishedOn = middle?.AddDays(-134) ?? PublishedOn;
        var plan = Plan() with { StartsOn = publishedOn.AddDays(-31), EndsOn = publishedOn.AddDays(333) };
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
        var commitment = Commitment(plan, axis);
        var added = Enumerable.Range(0, activities).Select(_ => Activity(commitment) with { DueOn = publishedOn.AddDays(149) }).ToList();

        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
        Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(commitment, default));

        foreach (var activity in added)
        {
            Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(activity, default));
        }

        Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(plan.Id, publishedOn.AddDays(-27), default));
        Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(plan.Id, Agreement, publishedOn.AddDays(-12), default));
        Assert.Null(await scope.GetRequiredService<PublishPlan>().ExecuteAsync(plan.Id, publishedOn, default));
        Assert.Null(await scope.GetRequiredService<StartImplementation>().ExecuteAsync(plan.Id, publishedOn, default));

        foreach (var sector in Sectors.All)
        {
            Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
                new() { Sector = sector, Organization = OrganizationOf(sector), OrganizationType = OrganizationType.Other }, default));
        }

        return added;
    }

    public static string OrganizationOf(Sector sector) => $"Organización de {sector}";

    public static ReportProgress.Input Complete(AddActivity.Input activity, DateOnly? on = null) => new()
    {
        ActivityId = activity.Id,
        On = on,
        Status = ActivityStatus.Complete,
        DoneOn = on ?? new DateOnly(2026, 6, 1),
        Summary = "Se tomaron las 48 muestras.",
        Sector = Sector.Government,
        Office = "Aguas del Municipio",
        Evidence = [new("Informe", "https://durango.example/informe", on)],
    };

    /// <summary>What the seat of a sector says of the last report of an activity.</summary>
    public static async Task<Refusal?> AnswerAsync(
        IServiceProvider scope, AddActivity.Input activity, Sector sector, ConfirmationOutcome outcome = ConfirmationOutcome.Confirmed, string? reasons = null,
        DateOnly? on = null)
    {
        var db = scope.GetRequiredService<HubDbContext>();
        var report = await db.ProgressReports.Where(r => r.ActivityId == activity.Id).OrderByDescending(r => r.Number).Select(r => r.Id).FirstAsync();
        var seat = await db.Seats.Where(s => s.Sector == sector).OrderBy(s => s.Id).Select(s => s.Id).FirstAsync();
        var refusal = await scope.GetRequiredService<AnswerReports>().ExecuteAsync(
            new() { Reports = [report], SeatId = seat, Outcome = outcome, Reasons = reasons, On = on }, default);
        return refusal is null ? null : refusal with { Detail = null };
    }
}
