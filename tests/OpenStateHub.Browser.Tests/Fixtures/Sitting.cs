using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>Somebody at a page who does what its words say, and how much they had to do.</summary>
internal sealed class Sitting
{
    private readonly IPage page;

    public Sitting(IPage page)
    {
        this.page = page;
        page.DOMContentLoaded += (_, _) => Pages++;
    }

    public int Pages { get; private set; }
    public int Fields { get; private set; }
    public int Clicks { get; private set; }

    /// <summary>Typed by hand.</summary>
    public int Characters { get; private set; }

    private ILocator Main => page.GetByRole(AriaRole.Main);

    public override string ToString() => $"{Pages} pages, {Fields} fields, {Clicks} clicks";

    /// <summary>The first field of that name: further ones stand folded.</summary>
    public ILocator Field(string label) => Main.GetByLabel(new Regex($"^{Regex.Escape(label)}( \\(|$)")).First;

    public Task FillAsync(string label, string text)
    {
        Fields++;
        Characters += text.Length;
        return Field(label).FillAsync(text);
    }

    public Task ChooseAsync(string label, string word)
    {
        Fields++;
        return Field(label).SelectOptionAsync(new SelectOptionValue { Label = word });
    }

    public Task TickAsync(string label)
    {
        Fields++;
        return Field(label).CheckAsync();
    }

    public Task GiveAsync(string label, FilePayload file)
    {
        Fields++;
        return Field(label).SetInputFilesAsync(file);
    }

    public Task TapAsync(ILocator what)
    {
        Clicks++;
        return what.ClickAsync();
    }

    public Task PressAsync(string button)
    {
        Clicks++;
        return Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    public Task FollowAsync(string link)
    {
        Clicks++;
        return Main.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
    }
}
