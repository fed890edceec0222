using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Mail;

/// <summary>What one place says about its mail; null: as the installation has it.</summary>
public sealed class MailSettings
{
    public const int MaxSenderName = 80;

    public required TenantId TenantId { get; init; }

    /// <summary>Whom the recipient sees as sender. Null: the place's name.</summary>
    public string? SenderName { get; private set; }

    public int? PerHour { get; private set; }
    public int? PerDay { get; private set; }

    /// <param name="name">Empty: the place's name.</param>
    public Refusal? NameSender(string? name)
    {
        var trimmed = name?.Trim();

        if (trimmed is not null && (trimmed.Length > MaxSenderName || trimmed.Any(char.IsControl)))
        {
            return MailRefusals.SenderNameMalformed;
        }

        SenderName = string.IsNullOrEmpty(trimmed) ? null : trimmed;
        return null;
    }

    /// <summary>The place's settings to change, made where it has none.</summary>
    internal static async Task<MailSettings> OfAsync(HubDbContext db, TenantContext tenant, CancellationToken ct) =>
        await db.MailSettings.SingleOrDefaultAsync(ct) ?? db.MailSettings.Add(new MailSettings { TenantId = tenant.Current.Id }).Entity;

    public Refusal? Limit(int? perHour, int? perDay)
    {
        if (perHour < 1 || perDay < 1)
        {
            return MailRefusals.LimitTooSmall;
        }

        (PerHour, PerDay) = (perHour, perDay);
        return null;
    }
}

public static class MailRefusals
{
    public static readonly Refusal SenderNameMalformed = new("mail.sender-name-malformed", "name");
    public static readonly Refusal LimitTooSmall = new("mail.limit-too-small");
}
