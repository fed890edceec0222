using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Duties;

/// <summary>Records that a plan was assessed at its beginning, or a commitment at its end.</summary>
public sealed class RecordAssessment(HubDbContext db, TenantContext tenant, ReadDuties duties, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required DutyCode Code { get; init; }

        /// <summary>The id of the plan or the commitment.</summary>
        public required Guid? Subject { get; init; }

        public required DateOnly? DoneOn { get; init; }
        public string? Link { get; init; }
        public string? Note { get; init; }
        public bool IsDemonstration { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var standings = (await duties.ExecuteAsync(ct)).On(today);

        if (standings.All(s => s.Rule.Code != input.Code || !s.Rule.IsOnce))
        {
            return DutyRefusals.NotRecorded;
        }

        if (standings.FirstOrDefault(s => s.Rule.Code == input.Code && s.Subject?.Id == input.Subject) is not { Subject: { } subject })
        {
            return DutyRefusals.SubjectUnknown;
        }

        if (subject.DoneOn is not null)
        {
            return DutyRefusals.AlreadyRecorded;
        }

        if (input.DoneOn is not { } on)
        {
            return DutyRefusals.RecordWithoutDay;
        }

        var isPlan = input.Code is DutyCode.InceptionAssessed;
        var record = new DutyRecord
        {
            Code = input.Code,
            PlanId = isPlan ? subject.Id : null,
            CommitmentId = isPlan ? null : subject.Id,
            DoneOn = on,
            Link = input.Link.Tidy(),
            Note = input.Note.Tidy(),
            IsDemonstration = input.IsDemonstration,
        };

        if (record.Check(subject.StartedOn, today) is { } refusal)
        {
            return refusal;
        }

        db.DutyRecords.Add(record);
        await change.ExecuteAsync(new PublicAct(DutyActs.Assessed, DutySubjects.Record(record.Id), on), ct);
        return null;
    }
}
