using System.CommandLine;
using System.CommandLine.Parsing;

namespace OpenStateHub.Cli.Tenants;

/// <summary>Options that take a word of a closed list. The default parser would let any number pass for an enum.</summary>
internal static class Choice
{
    public static Option<T> Required<T>(string name, string description)
        where T : struct, Enum => new(name) { Description = description, Required = true, CustomParser = Parse<T> };

    public static Option<T?> Optional<T>(string name, string description)
        where T : struct, Enum => new(name) { Description = description, CustomParser = result => Parse<T>(result) };

    private static T Parse<T>(ArgumentResult result)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var word = result.Tokens[0].Value;

        if (!names.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            result.AddError($"'{word}' is none of {string.Join(", ", names)}.");
            return default;
        }

        return Enum.Parse<T>(word, ignoreCase: true);
    }
}
