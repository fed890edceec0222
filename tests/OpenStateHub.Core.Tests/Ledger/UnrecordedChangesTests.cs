using System.Text.RegularExpressions;

namespace OpenStateHub.Core.Tests.Ledger;

/// <summary>What the public sees is saved through PublicChange, which demands an act. Whoever saves without it stands here with the reason.</summary>
public sealed partial class UnrecordedChangesTests
{
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["ActionPlans/DraftPlan.cs"] = "a draft",
        ["ActionPlans/LockedPlan.cs"] = "a draft: it refuses what is approved or public",
        ["ActionPlans/RemovedRows.cs"] = "a draft: whoever calls it holds it locked",
        ["ActionPlans/RestorePlanPart.cs"] = "a draft",
        ["ActionPlans/RecordCounterpartCall.cs"] = "a draft",
        ["ActionPlans/OpenConsultation.cs"] = "before publication",
        ["ActionPlans/ApprovePlan.cs"] = "before publication",
        ["ActionPlans/RecordVocabulary.cs"] = "words of the catalogue",
        ["ActionPlans/Decided/ApprovePlanEffect.cs"] = "a lock, no change",
        ["ActionPlans/Roadmaps/DraftRoadmapChange.cs"] = "a draft",
        ["ActionPlans/Roadmaps/WriteRoadmapPart.cs"] = "a draft",
        ["ActionPlans/Roadmaps/ProposeRoadmapChange.cs"] = "a lock, no change",
        ["ActionPlans/Roadmaps/DropRoadmapChange.cs"] = "a draft; what was proposed goes the way itself",
        ["ActionPlans/Roadmaps/ApproveRoadmapChange.cs"] = "a lock, no change",
        ["Files/FileLock.cs"] = "a lock, no change",
        ["Files/StoreFile.cs"] = "a file that nobody published yet",
        ["Files/RemoveFile.cs"] = "a file that nothing uses, for the sweep too: the row of its document stays",
        ["Following/AskToFollow.cs"] = "who follows, never public",
        ["Following/ConfirmFollower.cs"] = "who follows, never public",
        ["Following/ChooseFrequency.cs"] = "who follows, never public",
        ["Following/StopFollowing.cs"] = "who follows, never public",
        ["Following/TellFollowers.cs"] = "letters",
        ["Following/ForgetUnconfirmed.cs"] = "what nobody confirmed, never public",
        ["Following/WriteComment.cs"] = "what nobody reads before its moderation, which is an act",
        ["Following/ConfirmComment.cs"] = "what nobody reads before its moderation, which is an act",
        ["Following/ModerateComment.cs"] = "the use of a photograph, in the transaction of the act",
        ["Ledger/AppendToLedger.cs"] = "the ledger itself",
        ["Ledger/LockLedgerHead.cs"] = "the ledger itself",
        ["Onboarding/Invitations/InvitePlace.cs"] = "the nation's own record of whom it invited, and the catalogue of places",
        ["Onboarding/Invitations/RevokePlaceInvitation.cs"] = "the nation's own record of whom it invited, and the catalogue of places",
        ["Onboarding/Invitations/PlaceDoor.cs"] = "a link to an account, never public",
        ["Onboarding/Invitations/ProposePlace.cs"] = "what a state asks of the nation, never public",
        ["Onboarding/Invitations/ReceiveProposal.cs"] = "what a state asks of the nation, never public",
        ["Onboarding/Invitations/AnswerProposal.cs"] = "what the nation answers a state, never public",
        ["Onboarding/Invitations/LearnAnswer.cs"] = "what the nation answers a state, never public",
        ["Onboarding/Invitations/AllowProposals.cs"] = "what the nation lets a state do, never public",
        ["Onboarding/Start/SkipStep.cs"] = "what somebody left for later, never public",
        ["Onboarding/Start/TakeStepUp.cs"] = "what somebody left for later, never public",
        ["Onboarding/Readiness/AnswerReadiness.cs"] = "answers that the place keeps to itself; their figures are published by an act",
        ["Onboarding/Readiness/PublishReadiness.cs"] = "rows that other places read, in the transaction of the act",
        ["Privacy/Arco/AskArco.cs"] = "what people ask about their data, never public",
        ["Privacy/Arco/ConfirmArco.cs"] = "what people ask about their data, never public",
        ["Privacy/Arco/SettleArco.cs"] = "what people ask about their data, never public",
        ["Privacy/Arco/ForgetArco.cs"] = "what people ask about their data, never public",
        ["Privacy/Arco/ChangeArcoTerms.cs"] = "the period of what comes, which each request records",
        ["Publishing/PublicChange.cs"] = "the way itself",
        ["Network/ChangeOffer.cs"] = "a lock, no change",
        ["Network/SendMessage.cs"] = "what two places write to each other, never public",
        ["Network/ReceiveMessage.cs"] = "what two places write to each other, never public",
        ["Network/GiveConversation.cs"] = "who looks after a conversation, never public",
        ["Observatory/PublishPlace.cs"] = "derived rows",
        ["Observatory/RefreshMetrics.cs"] = "derived figures",
        ["Observatory/FoldTotals.cs"] = "derived figures",
        ["Observatory/RecordProgrammes.cs"] = "the national catalogue",
        ["Observatory/ChangeMembership.cs"] = "the national catalogue",
        ["Observatory/RecountMembers.cs"] = "figures that are to be computed anew",
        ["Observatory/RecordPublishedFigures.cs"] = "the national catalogue",
        ["Secretariat/EndSeatGrants.cs"] = "an account's role, in the transaction of the act that ends the term",
        ["Secretariat/SeatTaken.cs"] = "whose account an invitation became, never public",
        ["Secretariat/Offers/OfferGuarantorSeat.cs"] = "what two offices ask each other; the seat itself is filled by an act",
        ["Secretariat/Offers/AcceptSeatOffer.cs"] = "what two offices ask each other; the seat itself is filled by an act",
        ["Secretariat/Offers/DeclineSeatOffer.cs"] = "what two offices ask each other",
        ["Secretariat/Agreements/RemindOfAgreements.cs"] = "a letter",
        ["Secretariat/Sessions/DraftSession.cs"] = "a draft",
        ["Secretariat/Sessions/DiscardSession.cs"] = "a draft: the database refuses what was called",
        ["Secretariat/Sessions/LockedSession.cs"] = "a lock, no change",
        ["Secretariat/Sessions/ChangeSession.cs"] = "a draft; what was called goes the way itself",
        ["Secretariat/Sessions/AnswerCall.cs"] = "for those who prepare the session, never public",
        ["Secretariat/Sessions/ChangeSessionRules.cs"] = "what the next call is measured by, which that call records",
        ["Secretariat/Sessions/ChangeMinutes.cs"] = "a draft; each other step names its act",
        ["Secretariat/Sessions/RemindOfSession.cs"] = "a letter",
        ["Secretariat/Decisions/OpenDecision.cs"] = "a lock, no change",
        ["Secretariat/Decisions/CastBallot.cs"] = "a lock, no change",
        ["Secretariat/Decisions/CloseDecision.cs"] = "a lock, no change",
        ["Tenancy/LimitFiles.cs"] = "the catalogue of places",
        ["Tenancy/AddTenant.cs"] = "the catalogue of places",
        ["Tenancy/ActivateTenant.cs"] = "the catalogue of places",
        ["Tenancy/ActivateListedTenants.cs"] = "the catalogue of places",
        ["Tenancy/ResumeTenant.cs"] = "the catalogue of places",
        ["Tenancy/Life/AddDomain.cs"] = "the catalogue of places",
        ["Tenancy/Life/VerifyDomain.cs"] = "the catalogue of places",
        ["Tenancy/Life/RemoveDomain.cs"] = "the catalogue of places",
        ["Tenancy/Life/ChangeStatus.cs"] = "the catalogue of places, and the operators' own record of it",
        ["Archives/AskForExport.cs"] = "an archive for whoever asked, never public",
        ["Archives/MakeExport.cs"] = "an archive for whoever asked, never public",
        ["Archives/FindDeletion.cs"] = "what operators ask of each other; the place's own history ends with the place",
        ["Archives/AskForDeletion.cs"] = "what operators ask of each other; the place's own history ends with the place",
        ["Archives/EraseTenant.cs"] = "the place's own history ends with the place; its tombstone keeps the head",
        ["Archives/ImportTarget.cs"] = "rows that bring their history with them",
        ["Tenancy/ImportPlaces.cs"] = "the catalogue of places",
        ["Tenancy/ImportStates.cs"] = "the catalogue of places",
        ["Tenancy/PlaceCatalogue.cs"] = "the catalogue of places",
        ["Tenancy/OperateOn.cs"] = "the way across the wall, no change",
        ["Tenancy/QueueWork.cs"] = "work that waits",
        ["Tenancy/TakeDueWork.cs"] = "work that waits",
        ["Tenancy/Settings/ChangeBrand.cs"] = "how the place looks, no act",
        ["Tenancy/Settings/ChangeWording.cs"] = "how the place speaks, no act",
        ["Tenancy/Settings/SettingsSaving.cs"] = "the two above",
        ["Tenancy/Settings/ReplaceLogo.cs"] = "how the place looks, no act",
        ["Tenancy/Settings/RemoveLogo.cs"] = "how the place looks, no act",
        ["Tracking/LockedActivity.cs"] = "a lock, no change",
        ["Tracking/Duties/RecordDutyDefaults.cs"] = "the national catalogue",
        ["Tracking/Presentations/ChangePresentation.cs"] = "a lock, no change",
        ["Tracking/Cutoffs/LockedCutoff.cs"] = "a lock, no change",
        ["Tracking/Cutoffs/RemindOfCutoff.cs"] = "a letter, and whom it went to",
        ["Tracking/Indicators/RecordIndicatorValue.cs"] = "a lock, no change",
        ["Tracking/Indicators/WithdrawIndicatorValue.cs"] = "a lock, no change",
        ["Tracking/Indicators/AnswerIndicatorValue.cs"] = "a lock, no change",
        ["Tracking/Owners/NameOwner.cs"] = "an account's role; the body that owns it stands in the plan",
    };

    // People and sign-in, mail, the record of what runs by itself: nothing of them is public.
    private static readonly string[] PrivateFolders = ["Accounts", "Jobs", "Mail"];

    [Fact]
    public void Nobody_saves_a_public_change_without_an_act() =>
        Assert.Equal([], Saving().Except(Allowed.Keys).Where(file => !PrivateFolders.Contains(file.Split('/')[0])));

    [Fact]
    public void Nobody_stands_on_the_list_in_vain() => Assert.Empty(Allowed.Keys.Except(Saving()));

    private static List<string> Saving()
    {
        var core = Path.Combine(Root(), "src", "OpenStateHub.Core");
        return [.. Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(file => Saves().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(core, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))];
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "OpenStateHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run from a checkout, and none was found above them.");
        }

        return folder;
    }

    [GeneratedRegex(@"SaveChanges(Async)?\(|ExecuteSql(Async|Raw|RawAsync)?\(|Execute(Update|Delete)(Async)?\(|update \w+ set")]
    private static partial Regex Saves();
}
