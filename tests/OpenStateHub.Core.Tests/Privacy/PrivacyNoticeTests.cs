using System.Security.Cryptography;
using OpenStateHub.Core.Privacy;

namespace OpenStateHub.Core.Tests.Privacy;

/// <summary>What people accepted is what they read: other words of the notice are another version, and this fails until they are.</summary>
public sealed class PrivacyNoticeTests
{
    private static readonly Dictionary<int, (string Spanish, string English)> Versions = new()
    {
        [1] = ("2f59bf99964856aa", "1b5decd30d83af45"),
        [2] = ("41585305140224ba", "2209a3a342310041"),
    };

    [Fact]
    public void Other_words_are_another_version() =>
        Assert.Equal(Versions[PrivacyNotice.Version], (HashOf("PrivacyWords.resx"), HashOf("PrivacyWords.en.resx")));

    private static string HashOf(string file)
    {
        var folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "OpenStateHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run from a checkout, and none was found above them.");
        }

        var text = File.ReadAllText(Path.Combine(folder, "src", "OpenStateHub.Web", "Resources", file)).ReplaceLineEndings("\n");
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
    }
}
