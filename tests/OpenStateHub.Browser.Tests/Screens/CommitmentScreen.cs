using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>One commitment: what was promised, what was done, who confirms it.</summary>
internal sealed class CommitmentScreen(IPage page)
{
    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Progress => page.GetByRole(AriaRole.Region, new() { Name = "Avance", Exact = true }).GetByRole(AriaRole.Img);

    public ILocator Activities => page.GetByRole(AriaRole.Region, new() { Name = "Qué se hizo y quién lo confirma" });

    /// <summary>The answers of the three sectors, one list for each activity that was reported as complete.</summary>
    public ILocator Answers => page.GetByRole(AriaRole.List, new() { Name = "Respuesta de cada sector" });

    public ILocator AnswersOf(string sector) => Answers.GetByRole(AriaRole.Listitem).Filter(new() { HasText = sector });
}
