using System.Globalization;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>The colour of a place's pages.</summary>
public sealed class Brand
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>As style sheets write it; null: the hub's own.</summary>
    public string? Accent { get; private set; }

    public int Revision { get; private set; }

    /// <param name="accent">As it was typed; empty: the hub's own colour.</param>
    public Refusal? Change(string? accent)
    {
        if (string.IsNullOrWhiteSpace(accent))
        {
            return Become(null);
        }

        if (Colour.From(accent) is not { } colour)
        {
            return SettingsRefusals.AccentMalformed;
        }

        return Settings.Accent.IsLegible(colour)
            ? Become(colour == Settings.Accent.Standard ? null : colour.ToString())
            : SettingsRefusals.AccentIllegible with { Detail = Lower(Settings.Accent.ContrastOf(colour)) };
    }

    // Never rounded up to what it is not.
    private static string Lower(double contrast) => (Math.Floor(contrast * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);

    private Refusal? Become(string? accent)
    {
        Accent = accent;
        Revision++;
        return null;
    }
}
