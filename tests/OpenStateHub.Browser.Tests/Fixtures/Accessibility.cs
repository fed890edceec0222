using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>What axe finds against WCAG 2.2, levels A and AA.</summary>
internal static class Accessibility
{
    private static readonly object Wcag22 = new
    {
        runOnly = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa" } },
        resultTypes = new[] { "violations" },
    };

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const int AtOnce = 2;

    /// <summary>What is wrong with these pages for anybody who reads them, on these screens and magnified.</summary>
    /// <param name="enter">How a reader comes behind the door; there, a page that is not found was not read.</param>
    public static async Task EverybodyReadsAsync(
        this HubBrowser browser, IEnumerable<string> addresses, string language, IReadOnlyList<Screen> screens, Func<IPage, Task>? enter = null)
    {
        var findings = new ConcurrentQueue<string>();
        var waiting = new ConcurrentQueue<string>(addresses);

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => browser.VisitAsync(Screen.Desk, async page =>
        {
            await (enter?.Invoke(page) ?? Task.CompletedTask);

            while (waiting.TryDequeue(out var address))
            {
                foreach (var finding in await LookAsync(page, address, language, screens, mustAnswer: enter is not null))
                {
                    findings.Enqueue($"{address}: {finding}");
                }
            }
        })));

        Assert.True(findings.IsEmpty, string.Join('\n', findings));
    }

    public static async Task<IEnumerable<string>> ViolationsAsync(IPage page, Screen screen)
    {
        await page.SetViewportSizeAsync(screen.Width, screen.Height);

        // Read once a page: no page of ours has frames, for which axe would have to be read anew in a page of its own.
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        var found = await page.EvaluateAsync<string[]>(
            "rules => axe.run(document, rules).then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`)))", Wcag22);
        return found.Select(violation => $"{screen.Width} px: {violation}");
    }

    public static async Task<IEnumerable<string>> SidewaysAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Screen.Magnified.Width, Screen.Magnified.Height);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return width > Screen.Magnified.Width ? [$"scrolls sideways: {width} px wide on {Screen.Magnified.Width}"] : [];
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string address, string language, IReadOnlyList<Screen> screens, bool mustAnswer)
    {
        var answer = await page.GotoAsync(address);
        var spoken = await page.Locator("html").GetAttributeAsync("lang");
        List<string> wrong = [];

        if (spoken != language)
        {
            wrong.Add($"lang is {spoken}");
        }

        if (mustAnswer && !answer!.Ok)
        {
            wrong.Add($"answered {answer.Status}");
        }

        foreach (var screen in screens)
        {
            wrong.AddRange(await ViolationsAsync(page, screen));
        }

        return [.. wrong, .. await SidewaysAsync(page)];
    }
}
