using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Screens;

/// <summary>The form of a commitment in the back office.</summary>
internal sealed class CommitmentFormScreen(IPage page)
{
    public ILocator Title => page.GetByRole(AriaRole.Textbox, new() { Name = "Compromiso" });

    public ILocator Problem => page.GetByRole(AriaRole.Textbox, new() { Name = "Problema público" });

    /// <summary>Where the form says that it kept what was typed.</summary>
    public ILocator Kept => page.Locator("[data-keep-status]");

    public Task SaveAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Guardar y volver al plan" }).ClickAsync();
}
