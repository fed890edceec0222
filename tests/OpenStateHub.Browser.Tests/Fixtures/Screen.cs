namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>The sizes at which pages are judged, in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    public static readonly Screen Desk = new(1280, 900);
    public static readonly Screen Phone = new(390, 844);

    /// <summary>A desk at 400 % magnification: what a page must still fit without scrolling sideways (WCAG 1.4.10).</summary>
    public static readonly Screen Magnified = new(320, 640);
}
