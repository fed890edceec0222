using System.Reflection;
using System.Xml.Linq;
using OpenStateHub.Core;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Integration.Tests.Resources;

/// <summary>Whatever a rule refuses, the person reads why, in both languages.</summary>
public sealed class RefusalWordsTests
{
    private static readonly string[] Areas = [nameof(RefusalWords), nameof(AccountWords), nameof(FileWords), nameof(JobWords)];

    private static readonly string[] Codes =
    [
        .. from assembly in new[] { typeof(Refusal).Assembly, typeof(RefusalWords).Assembly }
           from type in assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(Refusal)
           select ((Refusal)field.GetValue(null)!).Code,
    ];

    [Theory]
    [InlineData(".resx")]
    [InlineData(".en.resx")]
    public void Every_refusal_has_its_words(string language)
    {
        var words = Areas.SelectMany(area => XDocument.Load(Repository.PathOf("src", "OpenStateHub.Web", "Resources", area + language)).Root!.Elements("data"))
            .Select(data => data.Attribute("name")!.Value).ToHashSet();

        Assert.NotEmpty(Codes);
        Assert.DoesNotContain(Codes, code => !words.Contains($"Refusal_{code}"));
    }

    [Fact]
    public void No_words_are_kept_for_a_refusal_that_no_rule_says()
    {
        var words = XDocument.Load(Repository.PathOf("src", "OpenStateHub.Web", "Resources", nameof(RefusalWords) + ".resx")).Root!.Elements("data")
            .Select(data => data.Attribute("name")!.Value);

        Assert.Empty(words.Except(Codes.Select(code => $"Refusal_{code}")));
    }
}
