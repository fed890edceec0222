using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace OpenStateHub.Web.Pages.BackOffice.Keeping;

/// <summary>A form that keeps what is typed into it: which one, about what, and what its writer saw before they began.</summary>
/// <param name="Form">Such as <c>commitment</c>.</param>
/// <param name="Subject">Such as <c>2026/agua-limpia</c>.</param>
/// <param name="Revision">What the writer saw; empty where it is something new.</param>
public sealed record KeptForm(Guid Person, string Form, string Subject, string Revision)
{
    /// <summary>What was typed and not saved, to be bound like a form that was sent; null where nothing was.</summary>
    public IValueProvider? Typed { get; init; }

    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The form comes back because it was refused: what it shows is what was typed.</summary>
    public bool IsSent { get; init; }

    /// <summary>What somebody else wrote meanwhile, beside what this person wrote; null where nobody did.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>What the browser keeps its own copy under, and what the page after a successful save names.</summary>
    public string Key => $"{Person:N}:{Form}:{Subject}";

    /// <summary>A revision for what has no number of its own: the mark of what it says.</summary>
    public static string MarkOf(object seen) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(seen)));

    /// <summary>An address that tells the browser to forget its copy, because the form was saved.</summary>
    public string SavedAddress(string path) => path + QueryString.Create(FormKeeping.SavedName, Key);
}

/// <summary>Two texts of one thing, by field; only the fields that differ.</summary>
public sealed record Conflict(IReadOnlyList<Conflict.Row> Rows)
{
    public sealed record Row(string Label, string Mine, string Theirs);

    /// <returns>Null where both say the same.</returns>
    public static Conflict? Between(IEnumerable<(string Label, string? Text)> mine, IEnumerable<(string Label, string? Text)> theirs)
    {
        var rows = mine.Zip(theirs, (m, t) => new Row(m.Label, Plain(m.Text), Plain(t.Text))).Where(row => row.Mine != row.Theirs).ToList();
        return rows.Count == 0 ? null : new Conflict(rows);
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
