using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenStateHub.Core.Ledger;

/// <summary>
/// The text from which a hash is taken, the same on every machine and for ever: UTF-8 without a mark, lines that end in one LF, all text in
/// normal form C with its own line ends as LF. Each line is <c>name: value</c>, in the order in which the code writes them; a name alone means that
/// nothing is known. A backslash in a value is written <c>\\</c> and a line end <c>\n</c>, so that no value can pass for another line. Dates are
/// <c>2015-08-25</c>, numbers plain digits, yes and no <c>true</c> and <c>false</c>, choices their English name. A list is its length, then one
/// line <c>- value</c> each.
/// </summary>
/// <param name="salt">Goes into the hash of what people wrote freely; null: that text itself is written, as in a signed version.</param>
public sealed class CanonicalText(string? salt = null)
{
    private readonly StringBuilder text = new();

    /// <summary>The beginning of a thing or of one of its parts.</summary>
    public CanonicalText Part(string name)
    {
        text.Append('[').Append(name).Append("]\n");
        return this;
    }

    public CanonicalText Field(string name, string? value) => Line(name, value is null ? null : Escape(value));

    public CanonicalText Field(string name, Enum? value) => Line(name, value?.ToString());

    public CanonicalText Field(string name, DateOnly? value) => Line(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public CanonicalText Field(string name, long? value) => Line(name, value?.ToString(CultureInfo.InvariantCulture));

    public CanonicalText Field(string name, bool value) => Line(name, value ? "true" : "false");

    public CanonicalText List(string name, IEnumerable<string> values)
    {
        var lines = values.Select(Escape).ToList();
        Field(name, lines.Count);
        lines.ForEach(line => text.Append("- ").Append(line).Append('\n'));
        return this;
    }

    /// <summary>What somebody wrote in words of their own: in a ledger as HMAC-SHA-256 with the subject's salt as key.</summary>
    public CanonicalText Words(string name, string? value) => salt is null || value is null
        ? Field(name, value)
        : Line(name, "hmac-sha256 " + Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(salt), Encoding.UTF8.GetBytes(Normal(value)))));

    public string Sha256() => Sha256Of(text.ToString());

    public override string ToString() => text.ToString();

    public static string Sha256Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A field that came later than its kind: written only where it says something, so that what stood before keeps its hash.</summary>
    public CanonicalText FieldIfAny(string name, string? value) => value is null ? this : Field(name, value);

    /// <summary>Words that came later than their kind, as <see cref="FieldIfAny"/>.</summary>
    public CanonicalText WordsIfAny(string name, string? value) => value is null ? this : Words(name, value);

    private CanonicalText Line(string name, string? value)
    {
        text.Append(name);

        if (value is not null)
        {
            text.Append(": ").Append(value);
        }

        text.Append('\n');
        return this;
    }

    private static string Escape(string value) =>
        Normal(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Normal(string value) =>
        value.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
}
