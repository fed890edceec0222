using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Jobs;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Onboarding.Readiness;
using OpenStateHub.Core.Onboarding.Start;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Secretariat.Offers;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Core.Tracking.Indicators;
using OpenStateHub.Core.Tracking.Presentations;

namespace OpenStateHub.Core.Database;

/// <summary>The sets of all features. What a scope may see of them is decided in the database, by row-level security.</summary>
public sealed class HubDbContext(DbContextOptions<HubDbContext> options) : DbContext(options)
{
    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<DatedName> DatedNames => Set<DatedName>();
    public DbSet<Installation> Installation => Set<Installation>();
    public DbSet<WorkDue> WorkDue => Set<WorkDue>();
    public DbSet<Brand> Brands => Set<Brand>();
    public DbSet<Logo> Logos => Set<Logo>();
    public DbSet<Wording> Wordings => Set<Wording>();
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();
    public DbSet<PlaceDomain> PlaceDomains => Set<PlaceDomain>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobFailure> JobFailures => Set<JobFailure>();

    public DbSet<QueuedMail> MailQueue => Set<QueuedMail>();
    public DbSet<MailAttachment> MailAttachments => Set<MailAttachment>();
    public DbSet<MailSettings> MailSettings => Set<MailSettings>();

    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<FileUse> FileUses => Set<FileUse>();
    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Follower> Followers => Set<Follower>();
    public DbSet<FollowerLetter> FollowerLetters => Set<FollowerLetter>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<NoticeAcceptance> NoticeAcceptances => Set<NoticeAcceptance>();
    public DbSet<PlaceNotice> PlaceNotices => Set<PlaceNotice>();
    public DbSet<ArcoRequest> ArcoRequests => Set<ArcoRequest>();
    public DbSet<ArcoTerms> ArcoTerms => Set<ArcoTerms>();

    public DbSet<Person> Users => Set<Person>();
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<IdentityUserPasskey<Guid>> UserPasskeys => Set<IdentityUserPasskey<Guid>>();
    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<LinkedAccount> LinkedAccounts => Set<LinkedAccount>();
    public DbSet<UsedPass> UsedPasses => Set<UsedPass>();
    public DbSet<AccountRules> AccountRules => Set<AccountRules>();

    public DbSet<PlaceInvitation> PlaceInvitations => Set<PlaceInvitation>();
    public DbSet<PlaceProposal> PlaceProposals => Set<PlaceProposal>();
    public DbSet<ProposedPlace> ProposedPlaces => Set<ProposedPlace>();
    public DbSet<StandingPermit> StandingPermissions => Set<StandingPermit>();
    public DbSet<StartSkip> StartSkips => Set<StartSkip>();
    public DbSet<ReadinessAssessment> ReadinessAssessments => Set<ReadinessAssessment>();
    public DbSet<ReadinessAnswer> ReadinessAnswers => Set<ReadinessAnswer>();

    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<SeatMember> SeatMembers => Set<SeatMember>();
    public DbSet<SecretariatRules> SecretariatRules => Set<SecretariatRules>();
    public DbSet<InstallationStep> InstallationSteps => Set<InstallationStep>();
    public DbSet<Facilitator> Facilitators => Set<Facilitator>();
    public DbSet<SeatOffer> SeatOffers => Set<SeatOffer>();

    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();
    public DbSet<AgendaDocument> AgendaDocuments => Set<AgendaDocument>();
    public DbSet<AttendanceAnswer> AttendanceAnswers => Set<AttendanceAnswer>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<Minutes> Minutes => Set<Minutes>();
    public DbSet<MinutesSignature> MinutesSignatures => Set<MinutesSignature>();
    public DbSet<SessionRules> SessionRules => Set<SessionRules>();
    public DbSet<SessionReminder> SessionReminders => Set<SessionReminder>();

    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Ballot> Ballots => Set<Ballot>();
    public DbSet<CountedSeat> CountedSeats => Set<CountedSeat>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<AgreementNote> AgreementNotes => Set<AgreementNote>();
    public DbSet<AgreementCounter> AgreementCounters => Set<AgreementCounter>();

    public DbSet<ActionPlan> ActionPlans => Set<ActionPlan>();
    public DbSet<PlanAxis> PlanAxes => Set<PlanAxis>();
    public DbSet<Commitment> Commitments => Set<Commitment>();
    public DbSet<CommitmentActor> CommitmentActors => Set<CommitmentActor>();
    public DbSet<CommitmentValue> CommitmentValues => Set<CommitmentValue>();
    public DbSet<CommitmentLink> CommitmentLinks => Set<CommitmentLink>();
    public DbSet<CommitmentAction> CommitmentActions => Set<CommitmentAction>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<RemovedPlanPart> RemovedPlanParts => Set<RemovedPlanPart>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<RoadmapChange> RoadmapChanges => Set<RoadmapChange>();
    public DbSet<RoadmapItem> RoadmapItems => Set<RoadmapItem>();
    public DbSet<PolicyArea> PolicyAreas => Set<PolicyArea>();
    public DbSet<DevelopmentGoal> DevelopmentGoals => Set<DevelopmentGoal>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();
    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();
    public DbSet<Confirmation> Confirmations => Set<Confirmation>();
    public DbSet<SeatAnswer> SeatAnswers => Set<SeatAnswer>();
    public DbSet<IndicatorValue> IndicatorValues => Set<IndicatorValue>();
    public DbSet<ValueAnswer> ValueAnswers => Set<ValueAnswer>();

    public DbSet<Cutoff> Cutoffs => Set<Cutoff>();
    public DbSet<CutoffReminder> CutoffReminders => Set<CutoffReminder>();
    public DbSet<AccountabilityReport> AccountabilityReports => Set<AccountabilityReport>();
    public DbSet<Rectification> Rectifications => Set<Rectification>();
    public DbSet<Presentation> Presentations => Set<Presentation>();
    public DbSet<DutyDefault> DutyDefaults => Set<DutyDefault>();
    public DbSet<Duty> Duties => Set<Duty>();
    public DbSet<DutyRecord> DutyRecords => Set<DutyRecord>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();
    public DbSet<LedgerDay> LedgerDays => Set<LedgerDay>();
    public DbSet<ActDay> ActDays => Set<ActDay>();
    public DbSet<ErasedHead> ErasedHeads => Set<ErasedHead>();
    public DbSet<LedgerSalt> LedgerSalts => Set<LedgerSalt>();

    public DbSet<PublishedTenant> PublishedTenants => Set<PublishedTenant>();
    public DbSet<PublishedCommitment> PublishedCommitments => Set<PublishedCommitment>();
    public DbSet<PublishedReadiness> PublishedReadiness => Set<PublishedReadiness>();

    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<ProgrammeMembership> ProgrammeMemberships => Set<ProgrammeMembership>();
    public DbSet<PublishedFigure> PublishedFigures => Set<PublishedFigure>();
    public DbSet<SourceDisagreement> SourceDisagreements => Set<SourceDisagreement>();
    public DbSet<MetricSnapshot> MetricSnapshots => Set<MetricSnapshot>();
    public DbSet<MetricTotal> MetricTotals => Set<MetricTotal>();

    public DbSet<PublishedOffer> PublishedOffers => Set<PublishedOffer>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<ConversationMessage> ConversationMessages => Set<ConversationMessage>();

    public DbSet<DeletionRequest> DeletionRequests => Set<DeletionRequest>();
    public DbSet<ArchiveExport> ArchiveExports => Set<ArchiveExport>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseHubConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HubDbContext).Assembly);
        modelBuilder.UseSnakeCaseNames();
    }
}
