namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>What a call says of a session: what it is, when and where.</summary>
/// <param name="Place">Null where people meet by <paramref name="Link"/> only.</param>
/// <param name="Link">Public: an address of http or https.</param>
public sealed record SessionText(SessionKind Kind, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Place, string? Link)
{
    public const int MaxTitleLength = 200;
    public const int MaxPlaceLength = 300;
    public const int MaxLinkLength = 500;

    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Title) => SessionRefusals.WithoutTitle,
        _ when Title.Length > MaxTitleLength => SessionRefusals.TitleTooLong,
        _ when EndsAt <= StartsAt => SessionRefusals.EndsBeforeItBegins,
        _ when Place?.Length > MaxPlaceLength => SessionRefusals.PlaceTooLong,
        _ when Link is not null && !IsWebAddress(Link) => SessionRefusals.LinkMalformed,
        _ => null,
    };

    /// <summary>Whether people can be called to it.</summary>
    public Refusal? CheckComplete(Notice notice) => this switch
    {
        { Place: null, Link: null } => SessionRefusals.WithoutPlace,
        _ when StartsAt <= notice.At => SessionRefusals.BeginsInThePast,
        _ => null,
    };

    private static bool IsWebAddress(string text) =>
        text.Length <= MaxLinkLength && !text.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign))
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
