using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Agreements;

/// <summary>Records an agreement that no vote here made: of the minutes of a session, or of a time before.</summary>
public sealed partial class AddAgreement(
    HubDbContext db, TenantContext tenant, LockLedgerHead ledger, NumberAgreement number, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>As the minutes have it; null: the next one of its year.</summary>
        public string? Number { get; init; }

        public required string Title { get; init; }
        public required string Text { get; init; }
        public required DateOnly? AgreedOn { get; init; }
        public string? Responsible { get; init; }
        public DateOnly? DueOn { get; init; }

        /// <summary>The session whose minutes have it; null for one of before.</summary>
        public Guid? SessionId { get; init; }

        public bool IsDemonstration { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.ExecuteAsync(ct);

        if (Check(input, tenant.Current.Today(clock)) is { } refusal)
        {
            return refusal;
        }

        if (input.SessionId is { } session && !await db.Sessions.AnyAsync(s => s.Id == session, ct))
        {
            return AgreementRefusals.SessionUnknown;
        }

        AgreementNumber? given = string.IsNullOrWhiteSpace(input.Number) ? null : AgreementNumber.From(input.Number);

        if (given is { } taken && await db.Agreements.AnyAsync(a => a.Number == taken, ct))
        {
            return AgreementRefusals.NumberTaken;
        }

        var agreement = new Agreement
        {
            Number = given ?? await number.ExecuteAsync(input.AgreedOn!.Value, ct),
            Title = input.Title.Trim(),
            Text = input.Text.Trim(),
            AgreedOn = input.AgreedOn!.Value,
            SessionId = input.SessionId,
            IsDemonstration = input.IsDemonstration,
        };
        agreement.Entrust(Said(input.Responsible), input.DueOn);
        db.Agreements.Add(agreement);
        await change.ExecuteAsync(new PublicAct(AgreementActs.Made, AgreementSubjects.Agreement(agreement.Id), agreement.AgreedOn), ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static Refusal? Check(Input input, DateOnly today) => input switch
    {
        _ when string.IsNullOrWhiteSpace(input.Title) => AgreementRefusals.WithoutTitle,
        _ when input.Title.Trim().Length > Agreement.MaxTitleLength => AgreementRefusals.TitleTooLong,
        _ when string.IsNullOrWhiteSpace(input.Text) => AgreementRefusals.WithoutText,
        _ when input.Text.Trim().Length > Agreement.MaxTextLength => AgreementRefusals.TextTooLong,
        { AgreedOn: null } => AgreementRefusals.WithoutDay,
        _ when input.AgreedOn > today => AgreementRefusals.InFuture,
        _ when Said(input.Number) is { Length: > AgreementNumber.MaxLength } => AgreementRefusals.NumberTooLong,
        _ when Said(input.Number) is { } number && GivenHere().IsMatch(number) => AgreementRefusals.NumberIsGivenHere,
        _ => Agreement.CheckCharge(input.AgreedOn!.Value, Said(input.Responsible), input.DueOn),
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The numbers that are given here one after the other: one written by hand would be in the way of the next.</summary>
    [GeneratedRegex(@"^\d{4}/\d{3,}$")]
    private static partial Regex GivenHere();
}
