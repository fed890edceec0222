using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Onboarding.Readiness;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Core.Tracking.Indicators;

namespace OpenStateHub.Web.Pages.Ledger;

/// <summary>The page on which a reader finds what an entry is about.</summary>
public static class SubjectAddress
{
    public static string Of(Subject subject) => subject.Kind switch
    {
        PlanSubjects.PlanKind => $"/planes/{subject.Key}",
        PlanSubjects.CommitmentKind => $"/compromisos/{subject.Key}",
        PlanSubjects.ActivityKind when subject.Key.Split('/') is [var commitment, var id] => $"/compromisos/{commitment}#actividad-{id}",
        CommentSubjects.CommentKind => $"/comentarios/{subject.Key.Split('/')[^1]}",
        PlanSubjects.ChangeKind when subject.Key.Split('/') is [var plan, var id] => $"/planes/{plan}/versiones#cambio-{id}",
        IndicatorSubjects.ValueKind when subject.Key.Split('/') is [var commitment, var id] => $"/compromisos/{commitment}#medicion-{id}",
        AgreementSubjects.AgreementKind => "/acuerdos",
        DecisionSubjects.DecisionKind => $"/decisiones/{subject.Key}",
        DecisionSubjects.BallotKind => $"/decisiones/{subject.Key.Split('/')[0]}",
        DocumentSubjects.DocumentKind => $"/documentos/{subject.Key}",
        SessionSubjects.SessionKind => $"/sesiones/{subject.Key}",
        SessionSubjects.MinutesKind => $"/sesiones/{subject.Key}#acta",
        CutoffSubjects.CutoffKind when subject.Key.Split('/') is [var plan, var id] => $"/planes/{plan}/cortes#corte-{id}",
        CutoffSubjects.ReportKind when subject.Key.Split('/') is [var plan, var day] => $"/planes/{plan}/cortes/{day}",
        CutoffSubjects.RectificationKind when subject.Key.Split('/') is [var plan, var day, var id] => $"/planes/{plan}/cortes/{day}#rectificacion-{id}",
        PresentationSubjects.PresentationKind => $"/rendicion-de-cuentas/{subject.Key}",
        ReadinessSubjects.ReadinessKind => "/preparacion",
        NoticeSubjects.NoticeKind => "/aviso-de-privacidad",
        NetworkSubjects.OfferKind => $"/red#oferta-{subject.Key}",
        DutySubjects.DutyKind or DutySubjects.RecordKind => "/obligaciones",
        _ => "/secretariado",
    };
}
