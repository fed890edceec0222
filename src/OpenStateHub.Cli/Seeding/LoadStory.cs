using Bogus;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Cli.Seeding;

/// <summary>
/// One place's invented past: a secretariat, and a plan in its tenth month with reports and answers. The entities' own rules make it,
/// so that load data can be nothing that people could not have entered. The same place always has the same story.
/// </summary>
internal sealed class LoadStory
{
    public const string PlanSlug = "plan-de-carga";

    private const int Age = 270;
    private const int Length = 450;
    private const int BetweenReports = 30;
    private const int UntilAnswer = 15;
    private const int BetweenDueDays = 45;

    private readonly Randomizer random;
    private readonly LoadWords words;
    private readonly HubDbContext rows;
    private readonly Dictionary<Sector, string> seated;
    private readonly DateOnly today;
    private readonly DateOnly published;

    /// <param name="rows">Takes the rows; nothing is saved here.</param>
    /// <param name="seed">Another number, another story.</param>
    public LoadStory(HubDbContext rows, Tenant place, DateOnly today, int seed)
    {
        (this.rows, this.today, random) = (rows, today, new Randomizer(seed));
        words = new LoadWords(random);
        published = today.AddDays(-Age - random.Int(0, BetweenReports - 1));
        seated = new()
        {
            [Sector.Government] = $"Gobierno de {place.Name}",
            [Sector.CivilSociety] = $"{words.Circle()} de {place.Name}",
            [Sector.Guarantor] = "Órgano garante del estado",
        };
    }

    public void Tell(int commitments, int activities)
    {
        rows.InstallationSteps.AddRange(
            new InstallationStep { Kind = InstallationStepKind.JointDeclaration, Title = "Declaratoria conjunta (demostración)", OccurredOn = published.AddDays(-230) },
            new InstallationStep { Kind = InstallationStepKind.Installation, Title = "Instalación del secretariado (demostración)", OccurredOn = published.AddDays(-150) });
        rows.Seats.AddRange(Sectors.All.Select(Seat));
        rows.ActionPlans.Add(Plan(commitments, activities));
    }

    private Seat Seat(Sector sector) => new()
    {
        Sector = sector,
        Organization = seated[sector],
        OrganizationType = sector is Sector.CivilSociety ? OrganizationType.Ngo : OrganizationType.PublicBody,
        FromOn = published.AddDays(-150),
        IsDemonstration = true,
    };

    private ActionPlan Plan(int commitments, int activities)
    {
        var plan = new ActionPlan
        {
            Slug = PlanSlug,
            Title = $"Plan de acción local {published.Year} (demostración)",
            Summary = "Datos inventados para medir el sitio: ningún gobierno prometió nada de esto.",
            StartsOn = published,
            EndsOn = published.AddDays(Length),
            IsDemonstration = true,
        };
        var axes = Enumerable.Range(1, Math.Min(4, commitments)).Select(number => new PlanAxis { Title = $"Eje {number}: {words.Deliverable()}" }).ToList();
        axes.ForEach(axis => Do(plan.Add(axis)));
        var stories = new List<Action>();

        for (var number = 1; number <= commitments; number++)
        {
            var commitment = Commitment(number, axes[number % axes.Count]);
            var isKept = random.Bool(0.15f);
            Do(plan.Add(commitment));

            var told = new List<Activity>();

            for (var at = 0; at < activities; at++)
            {
                var activity = Activity();
                Do(commitment.Add(activity, action: null, weight: null));
                told.Add(activity);
                stories.Add(() => Follow(activity, isKept));
            }

            stories.Add(() => Decide(commitment, told));
        }

        Do(plan.OpenConsultation(published.AddDays(-60), today));
        Do(plan.Approve(AgreementNumber.From("CARGA/01"), published.AddDays(-10), today));
        Do(plan.Publish(PublishGate.Of(plan), published, today));
        Do(plan.StartImplementation(published, today));
        stories.ForEach(tell => tell());
        return plan;
    }

    private Commitment Commitment(int number, PlanAxis axis) => new()
    {
        AxisId = axis.Id,
        Number = number,
        Slug = $"compromiso-{number}",
        Text = new CommitmentText
        {
            Title = $"{words.Task()} y {words.Task().ToLowerInvariant()}",
            IsProactive = number % 10 == 0,
            Problem = words.Problem(),
            Description = words.Problem(),
            ExpectedResult = words.Deliverable(),
            Sdgs = ["16.6"],
        },
        IsDemonstration = true,
        Actors =
        [
            new CommitmentActor { Role = ActorRole.Lead, Sector = Sector.Government, Organization = words.Office() },
            new CommitmentActor { Role = ActorRole.CivilSocietyCounterpart, Sector = Sector.CivilSociety, Organization = seated[Sector.CivilSociety] },
        ],
        Values = [new CommitmentValue { Value = random.Enum<OpenGovernmentValue>(), Reason = words.Deliverable() }],
    };

    private Activity Activity() => new()
    {
        Description = words.Task(),
        GovernmentOwner = words.Office(),
        CivilSocietyOwner = seated[Sector.CivilSociety],
        StartsOn = published,
        DueOn = published.AddDays(BetweenDueDays * random.Int(1, Length / BetweenDueDays)),
        Deliverable = words.Deliverable(),
        MeansOfVerification = new[] { "Documento publicado" },
        IsDemonstration = true,
    };

    /// <summary>
    /// What is due has mostly begun and been done, what is not due yet less often; of a kept promise everything is done and verified.
    /// What would be in the future has not happened.
    /// </summary>
    private void Follow(Activity activity, bool isKept)
    {
        var isDue = activity.DueOn < today;
        var usual = isDue ? 0.95f : 0.6f;
        var begun = random.Int(1, isKept ? 3 : 8);
        var finished = random.Int(begun + 1, isKept ? 7 : isDue ? 9 : 14);
        bool Happens(float likelihood) => isKept || random.Bool(likelihood);

        if (Happens(usual) && Report(activity, 1, begun, ActivityStatus.InProgress) is not null
            && Happens(usual) && Report(activity, 2, finished, ActivityStatus.Complete) is { } report)
        {
            var isRefused = !Happens(0.95f);
            Answer(activity, report, [.. Sectors.All.Where(_ => Happens(0.85f))], isRefused, DayOf(finished).AddDays(UntilAnswer));
        }
    }

    /// <summary>The secretariat finds done what all sectors confirmed.</summary>
    private static void Decide(Commitment commitment, IReadOnlyList<Activity> activities)
    {
        ActivityStatus[] states = [.. activities.Select(activity => activity.Status)];

        if (states.All(status => status is ActivityStatus.Verified))
        {
            Do(commitment.Verify(AgreementNumber.From("CARGA/02")!.Value, states, activities.Max(activity => activity.UpdatedOn)!.Value));
        }
    }

    private DateOnly DayOf(int report) => published.AddDays(BetweenReports * report);

    private ProgressReport? Report(Activity activity, int number, int at, ActivityStatus status)
    {
        var on = DayOf(at);

        if (on > today)
        {
            return null;
        }

        var isDone = status is ActivityStatus.Complete;
        int? percent = isDone ? null : random.Int(1, 19) * 5;
        DateOnly? doneOn = isDone ? on.AddDays(-random.Int(0, 9)) : null;
        EvidenceItem[] evidence = isDone
            ? [new EvidenceItem { ActivityId = activity.Id, Title = words.Deliverable(), Url = "https://example.org/evidencia.pdf", DatedOn = doneOn }]
            : [];
        Do(activity.Report(status, percent, doneOn, evidence.Length, reason: null, on, today));
        var report = new ProgressReport
        {
            ActivityId = activity.Id,
            Number = number,
            ReportedOn = on,
            Status = status,
            Percent = percent,
            DoneOn = doneOn,
            Summary = $"{words.Task()}. (Dato de demostración.)",
            Sector = Sector.Government,
            Office = activity.GovernmentOwner!,
            Evidence = evidence,
        };
        rows.ProgressReports.Add(report);
        return report;
    }

    private void Answer(Activity activity, ProgressReport report, IReadOnlyList<Sector> answering, bool isRefused, DateOnly on)
    {
        if (on > today)
        {
            return;
        }

        const string Reasons = "Falta publicar la fuente. (Dato de demostración.)";
        List<Sector> confirming = [];

        // The first refusal sends it back to work: nobody answers after it.
        foreach (var sector in isRefused ? answering.Take(1) : answering)
        {
            confirming.Add(sector);
            Do(isRefused ? activity.RefuseCompletion(Reasons, on, today) : activity.ConfirmCompletion(confirming, on, today));
            rows.Confirmations.Add(new Confirmation
            {
                ReportId = report.Id,
                Sector = sector,
                Organization = seated[sector],
                Outcome = isRefused ? ConfirmationOutcome.Refused : ConfirmationOutcome.Confirmed,
                Reasons = isRefused ? Reasons : null,
                AnsweredOn = on,
            });
        }
    }

    private static void Do(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException($"The load data do not fit the rules: {refusal.Code} {refusal.Detail}");
        }
    }
}
