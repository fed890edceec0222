using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>Puts a matter to the vote: on an item of an open session, or in writing until a deadline, to which the members are invited by mail.</summary>
public sealed class OpenDecision(
    HubDbContext db, TenantContext tenant, DecisionEffects effects, FindRules rules, LockLedgerHead ledger, QueueMail mail, QueueWork work, PublicChange change,
    TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required Matter Matter { get; init; }

        /// <summary>An item of a session that is open; null: in writing.</summary>
        public Guid? AgendaItemId { get; init; }

        /// <summary>In writing: until when.</summary>
        public DateTimeOffset? ClosesAt { get; init; }

        /// <summary>What it is about; null for a matter that is about nothing that exists yet.</summary>
        public Guid? SubjectId { get; init; }

        public required string Title { get; init; }
        public required string Text { get; init; }
        public string? Terms { get; init; }
        public string? Responsible { get; init; }
        public DateOnly? DueOn { get; init; }
        public bool IsDemonstration { get; init; }
    }

    /// <param name="invite">The letter that asks a member to vote in writing; null: nobody is written to.</param>
    public async Task<Refusal?> ExecuteAsync(Input input, Func<Letter>? invite, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), tenant.Current.Today(clock));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The session before the ledger, as whoever closes it does.
        var session = await OpenSessionAsync(input.AgendaItemId, ct);
        await ledger.ExecuteAsync(ct);

        if (await db.Decisions.AnyAsync(d => d.Id == input.Id, ct))
        {
            // The same form, sent twice.
            return null;
        }

        var effect = effects.Of(input.Matter);
        var subjects = effect is null ? [] : await effect.ListSubjectsAsync(ct);
        var subject = subjects.FirstOrDefault(one => one.Id == input.SubjectId);

        if (subject is null && (input.SubjectId is not null || input.Matter.IsAboutSomething()))
        {
            return DecisionRefusals.SubjectUnknown;
        }

        var decision = new Decision
        {
            Id = input.Id,
            SessionId = session,
            AgendaItemId = input.AgendaItemId,
            Matter = input.Matter,
            SubjectId = subject?.Id,
            Subject = subject?.Name.ToString(),
            Title = input.Title.Trim(),
            Text = input.Text.ReplaceLineEndings("\n").Trim(),
            Terms = input.Terms,
            Rule = (await rules.ExecuteAsync(today, ct)).TwoOfThreePass(input.Matter) ? DecisionRule.TwoOfThree : DecisionRule.AllThree,
            Responsible = string.IsNullOrWhiteSpace(input.Responsible) ? null : input.Responsible.Trim(),
            DueOn = input.DueOn,
            OpenedAt = now,
            ClosesAt = input.AgendaItemId is null ? input.ClosesAt : null,
            IsDemonstration = input.IsDemonstration,
        };

        if (input.AgendaItemId is not null && session is null)
        {
            return DecisionRefusals.SessionNotOpen;
        }

        if ((decision.Check(now) ?? await CheckAsync(effect, decision, ct)) is { } refusal)
        {
            return refusal;
        }

        db.Decisions.Add(decision);
        await InviteAsync(decision, invite, today, ct);

        if (decision.ClosesAt is { } deadline)
        {
            await work.ExecuteAsync(tenant.Current.Id, WorkKind.Decisions, deadline, ct);
        }

        await change.ExecuteAsync(new PublicAct(DecisionActs.Opened, DecisionSubjects.Decision(decision.Id), today), ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <returns>The session of the item, where it is open: it stays so until this is saved.</returns>
    private async Task<Guid?> OpenSessionAsync(Guid? itemId, CancellationToken ct)
    {
        var session = await db.AgendaItems.Where(item => item.Id == itemId).Select(item => (Guid?)item.SessionId).SingleOrDefaultAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from sessions where id = {session} for share", ct);
        return await db.Sessions.AnyAsync(s => s.Id == session && s.Status == SessionStatus.Open, ct) ? session : null;
    }

    private async Task<Refusal?> CheckAsync(IDecisionEffect? effect, Decision decision, CancellationToken ct)
    {
        if (decision.SubjectId is not null
            && await db.Decisions.AnyAsync(d => d.Matter == decision.Matter && d.SubjectId == decision.SubjectId && d.Outcome == DecisionOutcome.Open, ct))
        {
            return DecisionRefusals.PutToVoteAlready;
        }

        return effect is null ? null : await effect.CheckAsync(decision, ct);
    }

    private async Task InviteAsync(Decision decision, Func<Letter>? invite, DateOnly today, CancellationToken ct)
    {
        if (invite is null || !decision.IsInWriting)
        {
            return;
        }

        var seats = (await db.Seats.AsNoTracking().ToListAsync(ct)).FindAll(seat => seat.IsHeldOn(today)).ConvertAll(seat => (Guid?)seat.Id);
        var members = await db.RoleGrants.AsNoTracking()
            .Where(grant => grant.Role == Role.SecretariatMember && seats.Contains(grant.ScopeId))
            .Join(db.Users, grant => grant.UserId, person => person.Id, (grant, person) => new { Grant = grant, person.Email })
            .ToListAsync(ct);

        foreach (var address in members.Where(member => member.Grant.IsHeldOn(today)).Select(member => member.Email).OfType<string>().Distinct())
        {
            mail.To(address, invite());
        }
    }
}
