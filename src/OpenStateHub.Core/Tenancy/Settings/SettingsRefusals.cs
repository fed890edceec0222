using System.Globalization;

namespace OpenStateHub.Core.Tenancy.Settings;

public static class SettingsRefusals
{
    public static readonly Refusal ChangedMeanwhile = new("settings.changed-meanwhile");
    public static readonly Refusal AccentMalformed = new("settings.accent-malformed", "accent");
    public static readonly Refusal AccentIllegible = new("settings.accent-illegible", "accent");
    public static readonly Refusal LogoMissing = new("settings.logo-missing", "logo");
    public static readonly Refusal LogoTooHeavy = new("settings.logo-too-heavy", "logo");
    public static readonly Refusal LogoUnreadable = new("settings.logo-unreadable", "logo");
    public static readonly Refusal LogoTooLarge = new("settings.logo-too-large", "logo");
    public static readonly Refusal EmailMalformed = new("settings.email-malformed", "contactEmail");

    private static readonly Refusal Long = new("settings.too-long");
    private static readonly Refusal NoArticle = new("settings.term-without-article");
    private static readonly Refusal NoPair = new("settings.term-without-its-pair");

    /// <param name="longest">Characters.</param>
    public static Refusal TooLong(string field, int longest) => Long with { Field = field, Detail = longest.ToString(CultureInfo.InvariantCulture) };

    public static Refusal TermWithoutArticle(string field) => NoArticle with { Field = field };

    public static Refusal TermWithoutItsPair(string field) => NoPair with { Field = field };
}
