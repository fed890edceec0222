using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>One commitment: what was promised, what was done, who confirms it.</summary>
internal sealed class CommitmentScreen(IPage page)
{
    public ILocator Progress => Summary.GetByRole(AriaRole.Img);

    /// <summary>Which sectors let their term pass without saying whether what is reported was done.</summary>
    public ILocator Silent => Summary.GetByRole(AriaRole.Paragraph).Filter(new() { HasText = "Sin respuesta en el plazo de 20 días hábiles" });

    private ILocator Summary => page.GetByRole(AriaRole.Region, new() { Name = "Avance", Exact = true });

    public ILocator Activity(string title) =>
        page.GetByRole(AriaRole.Listitem).Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Level = 4, Name = title }) });

    /// <summary>What one sector answered to the report that an activity is complete.</summary>
    public ILocator AnswerTo(string activity, string sector) =>
        Activity(activity).GetByRole(AriaRole.List, new() { Name = "Respuesta de cada sector" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = sector });
}
