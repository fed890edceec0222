using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Integration.Tests.Resources;

/// <summary>
/// Every text that people read exists in both languages, and none is kept that no page says. An area of words is a marker class
/// with two files (SharedWords.resx, SharedWords.en.resx), read through a variable declared as <c>IStringLocalizer&lt;SharedWords&gt;</c>.
/// A key that ends in a value is written <c>words[$"Sector_{…}"]</c>: every defined key with that beginning then counts as used.
/// </summary>
public sealed partial class WordsTests
{
    private static readonly string Web = Repository.PathOf("src", "OpenStateHub.Web");
    private static readonly (string Path, string Text)[] Sources = [.. SourcesOf(Web)];

    public static TheoryData<string> Areas =>
        [.. Directory.GetFiles(Path.Combine(Web, "Resources"), "*.resx")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.Contains('.', StringComparison.Ordinal))
            .Order()];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Each_key_has_both_languages(string area)
    {
        var (spanish, english) = (Defined(area + ".resx"), Defined(area + ".en.resx"));

        Assert.Empty(spanish.Keys.Except(english.Keys));
        Assert.Empty(english.Keys.Except(spanish.Keys));
        Assert.DoesNotContain(spanish.Concat(english), word => string.IsNullOrWhiteSpace(word.Value));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Both_languages_take_the_same_values(string area)
    {
        var (spanish, english) = (Defined(area + ".resx"), Defined(area + ".en.resx"));

        Assert.DoesNotContain(spanish.Keys.Intersect(english.Keys), key => !Places(spanish[key]).SetEquals(Places(english[key])));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Each_key_used_is_defined(string area)
    {
        var defined = Defined(area + ".resx").Keys;
        var (whole, beginnings) = Used(area);

        Assert.Empty(whole.Except(defined));
        Assert.DoesNotContain(beginnings, beginning => !defined.Any(key => key.StartsWith(beginning, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Each_key_defined_is_used(string area)
    {
        var (whole, beginnings) = Used(area);

        Assert.DoesNotContain(
            Defined(area + ".resx").Keys,
            key => !whole.Contains(key) && !beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_words_are_found_at_run_time()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = services.GetRequiredService<IStringLocalizer<SharedWords>>();

        Reading.In(Languages.Spanish, () => Assert.Equal("Sociedad civil", words["Sector_CivilSociety"].Value));
        Reading.In(Languages.English, () => Assert.Equal("Civil society", words["Sector_CivilSociety"].Value));
    }

    [Fact]
    public void Each_icon_shown_is_in_the_sprite_and_each_in_the_sprite_is_shown()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, "package.json")));
        var listed = package.RootElement.GetProperty("icons").EnumerateArray().Select(icon => icon.GetString()!).ToHashSet();
        var literals = Sources.SelectMany(source => Literal().Matches(source.Text)).Select(match => match.Groups[1].Value).ToHashSet();
        var named = Sources.SelectMany(source => IconName().Matches(source.Text)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Empty(named.Except(listed));
        Assert.Empty(listed.Except(literals));
    }

    private static Dictionary<string, string> Defined(string file) =>
        XDocument.Load(Path.Combine(Web, "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    private static (HashSet<string> Whole, HashSet<string> Beginnings) Used(string area)
    {
        var declared = new Regex($@"IStringLocalizer<{area}>\s+(\w+)");
        var everywhere = Sources.Where(source => Path.GetFileName(source.Path) == "_ViewImports.cshtml")
            .SelectMany(source => declared.Matches(source.Text)).Select(match => match.Groups[1].Value).ToHashSet();
        HashSet<string> whole = [];
        HashSet<string> beginnings = [];

        foreach (var (path, text) in Sources)
        {
            var names = declared.Matches(text).Select(match => match.Groups[1].Value)
                .Concat(path.EndsWith(".cshtml", StringComparison.Ordinal) ? everywhere : []).Distinct().ToList();

            if (names.Count > 0)
            {
                var calls = new Regex($@"\b(?:{string.Join('|', names)})\[([^\]]*)\]");
                var said = calls.Matches(text).Select(match => match.Groups[1].Value).ToList();
                whole.UnionWith(said.SelectMany(call => WholeKey().Matches(call)).Select(match => match.Groups[1].Value));
                beginnings.UnionWith(said.SelectMany(call => KeyBeginning().Matches(call)).Select(match => match.Groups[1].Value));
            }
        }

        return (whole, beginnings);
    }

    private static IEnumerable<(string Path, string Text)> SourcesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .Select(file => (file, File.ReadAllText(file)));

    [GeneratedRegex(@"^\s*""([^""{}]+)""")]
    private static partial Regex WholeKey();

    [GeneratedRegex(@"\$""([A-Za-z]+(?:[_.][A-Za-z]+)*[_.])\{")]
    private static partial Regex KeyBeginning();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"""([a-z0-9-]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?:<icon\s+name=|Markup\.Icon\()""([a-z0-9-]+)""")]
    private static partial Regex IconName();
}
