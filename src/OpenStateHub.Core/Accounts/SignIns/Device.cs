namespace OpenStateHub.Core.Accounts.SignIns;

/// <summary>What a browser says it is, cut down to what its owner recognises.</summary>
public static class Device
{
    public const string Unknown = "?";

    // The first that matches: most browsers also claim to be those that come after them.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <param name="agent">The header User-Agent.</param>
    public static string Of(string? agent)
    {
        var known = new[] { Find(Browsers, agent), Find(Systems, agent) }.OfType<string>().ToList();
        return known.Count == 0 ? Unknown : string.Join(" · ", known);
    }

    private static string? Find((string Sign, string Name)[] list, string? agent) =>
        agent is null ? null : Array.Find(list, entry => agent.Contains(entry.Sign, StringComparison.Ordinal)).Name;
}
