using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>A domain of a place's own. It is served once a record of its own says that whoever keeps it wants it to be this place's.</summary>
public sealed partial class PlaceDomain
{
    public const int MaxLength = 253;

    private const string RecordLabel = "_openstatehub";

    public required string Host { get; init; }
    public required TenantId PlaceId { get; init; }
    public string Challenge { get; private init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? CheckedAt { get; private set; }
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Where its owner puts the record that shows it.</summary>
    public string RecordName => $"{RecordLabel}.{Host}";

    /// <summary>What the record says.</summary>
    public string RecordText => $"openstatehub={Challenge}";

    /// <param name="records">The texts that stand at <see cref="RecordName"/>.</param>
    public Refusal? Verify(IEnumerable<string> records, DateTimeOffset now)
    {
        CheckedAt = now;

        if (!records.Contains(RecordText, StringComparer.Ordinal))
        {
            return LifeRefusals.ChallengeNotFound;
        }

        VerifiedAt ??= now;
        return null;
    }

    /// <summary>As the domain name system has it: lower case, in ASCII, without a dot at its end; null where it is no domain name.</summary>
    public static string? Normal(string? typed)
    {
        var said = (typed ?? "").Trim().TrimEnd('.');

        try
        {
            var host = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(said).ToLowerInvariant();
            return host.Length <= MaxLength && DomainName().IsMatch(host) ? host : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether it is, or lies below, the domain under which the hub serves everybody.</summary>
    public static bool IsOfTheHub(string host, string hubDomain) =>
        host.Equals(hubDomain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{hubDomain}", StringComparison.OrdinalIgnoreCase);

    // At least two labels, and the last is no number: an address of the internet protocol is no domain.
    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex DomainName();
}
