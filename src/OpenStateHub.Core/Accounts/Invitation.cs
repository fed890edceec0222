using System.Buffers.Text;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;

namespace OpenStateHub.Core.Accounts;

/// <summary>A link that makes an account, or adds a role to one. It works once, for a week where nothing else is said, for whoever holds it.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const int TokenBytes = 32;
    private const int MaxEmailLength = 254;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public Guid? ScopeId { get; init; }
    public string? Office { get; init; }

    /// <summary>The sector that an owner will report for.</summary>
    public OwnerSector? Sector { get; init; }

    /// <summary>The last day of the role.</summary>
    public DateOnly? UntilOn { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>Null: an operator, by the command line.</summary>
    public Guid? InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <param name="isNational">Whether the place is the national tenant.</param>
    public Refusal? Check(bool isNational, DateOnly today) => this switch
    {
        _ when !IsEmail(Email) => AccountRefusals.EmailMalformed,
        _ when Role.IsNational() && !isNational => AccountRefusals.RoleOfTheNationalTenant,
        _ when Role.IsOnOneThing() != ScopeId is not null => AccountRefusals.RoleNeedsItsThing,
        { Sector: not null } when Role is not Role.ActivityOwner => AccountRefusals.SectorIsAnOwners,
        { Role: Role.ActivityOwner, UntilOn: null } => AccountRefusals.OwnerNeedsLastDay,
        _ when UntilOn < today => AccountRefusals.LastDayIsPast,
        _ => null,
    };

    public Refusal? CheckOpen(DateTimeOffset now) => this switch
    {
        { AcceptedAt: not null } => AccountRefusals.InvitationUsed,
        { RevokedAt: not null } => AccountRefusals.InvitationRevoked,
        _ when ExpiresAt <= now => AccountRefusals.InvitationExpired,
        _ => null,
    };

    public void Accept(DateTimeOffset now) => AcceptedAt = now;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public static bool IsEmail(string text) =>
        text.Length <= MaxEmailLength && MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(char.IsWhiteSpace);
}
