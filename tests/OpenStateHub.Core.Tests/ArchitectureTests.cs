using System.Text.RegularExpressions;

namespace OpenStateHub.Core.Tests;

/// <summary>Who may use whom, read from the source: an arrow the wrong way fails.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Base = ["Tenancy", "Database", "Publishing", "Ledger", "Jobs", "Mail", "Files", "Backup", "Following", "Privacy"];

    // Each feature may use itself and those that follow it.
    private static readonly string[] Features =
        ["Archives", "Observatory", "OpenData", "Network", "Evaluation", "Tracking", "CoCreation", "ActionPlans", "Secretariat", "Onboarding", "Accounts"];

    // None of them uses another.
    private static readonly string[] SideBySide = ["Observatory", "OpenData", "Network"];

    [Fact]
    public void Every_folder_of_Core_has_its_place_in_the_order() =>
        Assert.Empty(Folders().Except([.. Base, .. Features]));

    [Fact]
    public void Every_arrow_between_features_points_the_right_way() =>
        Assert.Empty(
            from file in Files()
            where file.Folder is not "Database"
            from used in UsedBy(file.Text)
            where !MayUse(file.Folder, used)
            select $"{file.Folder} uses {used} in {file.Name}");

    [Fact]
    public void Core_knows_neither_pages_nor_schedules() =>
        Assert.Empty(
            from file in Files()
            where file.Text.Contains("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)
                || file.Text.Contains("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
                || file.Text.Contains("using Quartz", StringComparison.Ordinal)
            select file.Name);

    private static bool MayUse(string folder, string used)
    {
        if (folder == used || Base.Contains(used))
        {
            return true;
        }

        var (here, there) = (Array.IndexOf(Features, folder), Array.IndexOf(Features, used));
        return here >= 0 && there > here && !(SideBySide.Contains(folder) && SideBySide.Contains(used));
    }

    private static IEnumerable<string> UsedBy(string text) =>
        Reference().Matches(text).Select(match => match.Groups[1].Value).Distinct().Where(name => Folders().Contains(name));

    private static IEnumerable<string> Folders() =>
        Directory.GetDirectories(Core).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj"]);

    private static IEnumerable<(string Folder, string Name, string Text)> Files() =>
        from folder in Folders()
        from file in Directory.EnumerateFiles(Path.Combine(Core, folder), "*.cs", SearchOption.AllDirectories)
        select (folder, Path.GetRelativePath(Core, file), File.ReadAllText(file));

    private static string Core { get; } = FindCore();

    private static string FindCore()
    {
        var folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "OpenStateHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run from a checkout, and none was found above them.");
        }

        return Path.Combine(folder, "src", "OpenStateHub.Core");
    }

    [GeneratedRegex(@"OpenStateHub\.Core\.(\w+)")]
    private static partial Regex Reference();
}
