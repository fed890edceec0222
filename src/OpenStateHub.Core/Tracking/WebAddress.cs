namespace OpenStateHub.Core.Tracking;

/// <summary>A link that people typed and everybody may follow.</summary>
internal static class WebAddress
{
    public const int MaxLength = 500;

    /// <returns>Whether it is an address of http or https, or none at all.</returns>
    public static bool Fits(string? text) => text is null
        || (text.Length <= MaxLength && !text.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign))
            && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}
