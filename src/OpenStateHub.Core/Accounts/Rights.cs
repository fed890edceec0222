using System.Collections.Frozen;

namespace OpenStateHub.Core.Accounts;

/// <summary>What a page or a command may ask for. Each stands in the table of <see cref="Rights"/>.</summary>
public enum Right
{
    EnterBackOffice,
    ManagePeople,
    ManageSettings,
    ManageMail,
    EditPlans,
    KeepFiles,
    SeatSecretariat,
    HoldSessions,
    Moderate,
    AnswerCalls,
    Vote,
    VerifyForSector,
    SignMinutes,
    ReportProgress,
    RunTable,
    ProposeAnswers,
    MarkScales,
    TakePart,
    SeeDashboards,
    Assist,
    JoinNetwork,
    InvitePlaces,
    ProvisionPlaces,
    SuspendPlaces,
    ExportPlaces,
    RestorePlaces,
    RunJobs,
}

/// <summary>
/// The one table of who may do what. A right of a role that is held on one thing is a right on that thing only: what it is
/// stands in the grant, and the command checks it.
/// </summary>
public static class Rights
{
    private static readonly FrozenDictionary<Role, Right[]> Table = new Dictionary<Role, Right[]>
    {
        // Never a vote or a verification without a seat.
        [Role.Administrator] =
        [
            Right.EnterBackOffice, Right.ManagePeople, Right.ManageSettings, Right.ManageMail, Right.EditPlans, Right.KeepFiles, Right.SeatSecretariat,
            Right.HoldSessions, Right.Moderate, Right.JoinNetwork,
        ],
        [Role.SecretariatMember] = [Right.EnterBackOffice, Right.AnswerCalls, Right.Vote, Right.VerifyForSector, Right.SignMinutes],
        [Role.ActivityOwner] = [Right.EnterBackOffice, Right.ReportProgress],
        [Role.Facilitator] = [Right.EnterBackOffice, Right.RunTable, Right.ProposeAnswers],
        [Role.Evaluator] = [Right.EnterBackOffice, Right.MarkScales],
        [Role.Participant] = [Right.TakePart],
        [Role.NationalMonitor] = [Right.EnterBackOffice, Right.SeeDashboards, Right.Assist, Right.InvitePlaces],
        [Role.PlatformOperator] = [Right.EnterBackOffice, Right.InvitePlaces, Right.ProvisionPlaces, Right.SuspendPlaces, Right.ExportPlaces, Right.RestorePlaces, Right.RunJobs],
    }.ToFrozenDictionary();

    public static readonly IReadOnlyList<Right> All = Enum.GetValues<Right>();

    public static bool May(this Role role, Right right) => Table[role].Contains(right);
}
