namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>What a place calls one of its bodies, in Spanish: the article tells how sentences bend around it.</summary>
/// <param name="Article">el, la, los or las.</param>
/// <param name="Name">Such as <c>Secretariado Técnico Local</c>.</param>
public readonly record struct Term(string Article, string Name)
{
    public const int MaxLength = 80;

    private static readonly string[] Articles = ["el", "la", "los", "las"];

    /// <param name="text">With its article: <c>el Secretariado Técnico Local</c>.</param>
    /// <returns>Null where the text does not begin with an article, or names nothing after it.</returns>
    public static Term? From(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 2 && Articles.FirstOrDefault(article => article.Equals(words[0], StringComparison.OrdinalIgnoreCase)) is { } found
            ? new Term(found, words[1])
            : null;
    }

    /// <summary><c>el Secretariado Técnico Local</c></summary>
    public override string ToString() => $"{Article} {Name}";

    /// <summary><c>del Secretariado Técnico Local</c>, <c>de la Mesa de Diálogo</c></summary>
    public string Of => Article == "el" ? $"del {Name}" : $"de {this}";

    /// <summary><c>al Secretariado Técnico Local</c>, <c>a la Mesa de Diálogo</c></summary>
    public string To => Article == "el" ? $"al {Name}" : $"a {this}";
}
