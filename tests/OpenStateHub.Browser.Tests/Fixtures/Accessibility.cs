using System.Collections.Concurrent;
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

    private const int AtOnce = 2;

    /// <summary>What is wrong with these pages for anybody who reads them: on a desk, on a phone and magnified.</summary>
    /// <param name="enter">How a reader comes behind the door; there, a page that is not found was not read.</param>
    public static async Task<IReadOnlyCollection<string>> ScanAsync(
        this HubBrowser browser, IEnumerable<string> addresses, string language, Func<IPage, Task>? enter = null)
    {
        var findings = new ConcurrentQueue<string>();
        var waiting = new ConcurrentQueue<string>(addresses);

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => browser.VisitAsync(Screen.Desk, async page =>
        {
            await (enter?.Invoke(page) ?? Task.CompletedTask);

            while (waiting.TryDequeue(out var address))
            {
                foreach (var finding in await LookAsync(page, address, language, mustAnswer: enter is not null))
                {
                    findings.Enqueue($"{address}: {finding}");
                }
            }
        })));

        return findings;
    }

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

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string address, string language, bool mustAnswer)
    {
        var answer = await page.GotoAsync(address);
        var spoken = await page.Locator("html").GetAttributeAsync("lang");
        string[] wrong = [.. spoken == language ? [] : new[] { $"lang is {spoken}" }, .. mustAnswer && !answer!.Ok ? [$"answered {answer.Status}"] : Array.Empty<string>()];
        var onDesk = await ViolationsAsync(page, Screen.Desk);
        var onPhone = await ViolationsAsync(page, Screen.Phone);
        return [.. wrong, .. onDesk, .. onPhone, .. await SidewaysAsync(page)];
    }
}
