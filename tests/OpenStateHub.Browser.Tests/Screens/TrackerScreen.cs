using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>A place's first page.</summary>
internal sealed class TrackerScreen(IPage page)
{
    public ILocator Question => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Reported and verified of the whole plan, side by side.</summary>
    public ILocator Progress => page.GetByRole(AriaRole.Region, new() { Name = "Plan" }).GetByRole(AriaRole.Img);

    public ILocator Late => page.GetByRole(AriaRole.Region, new() { Name = "Lo que lleva retraso" });

    public ILocator LateActivities => Late.GetByRole(AriaRole.Listitem);

    public ILocator AllCommitments => page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^Ver los compromisos \(") });
}
