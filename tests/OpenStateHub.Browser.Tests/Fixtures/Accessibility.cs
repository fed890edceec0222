using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>What axe finds against WCAG 2.2, levels A and AA.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task<IEnumerable<string>> ViolationsAsync(IPage page, Screen screen)
    {
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        var result = await page.RunAxe(Wcag22);
        return result.Violations.SelectMany(violation => violation.Nodes, (violation, node) => $"{screen.Width} px: {violation.Id}: {violation.Help}: {node.Html}");
    }

    public static async Task<IEnumerable<string>> SidewaysAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Screen.Magnified.Width, Screen.Magnified.Height);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return width > Screen.Magnified.Width ? [$"scrolls sideways: {width} px wide on {Screen.Magnified.Width}"] : [];
    }
}
