using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>A session as somebody types it, in the place's own calendar and clock.</summary>
public sealed record SessionInput
{
    public required SessionKind Kind { get; init; }
    public required string Title { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly From { get; init; }
    public required TimeOnly Until { get; init; }
    public string? Place { get; init; }
    public string? Link { get; init; }

    internal SessionText At(Tenant place) =>
        new(Kind, Title.Trim(), place.InstantOf(Day, From), place.InstantOf(Day, Until), Said(Place), Said(Link));

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
