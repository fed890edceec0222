using OpenStateHub.Web.Pages.Shared;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>A list of choices of which several may be ticked, searched where the script runs.</summary>
/// <param name="Name">The property of the form.</param>
/// <param name="Choices">Value, word, and whether it stands below the one before it.</param>
public sealed record Pick(string Name, string Label, IReadOnlyCollection<string> Chosen, IReadOnlyList<(string Value, string Word, bool IsPart)> Choices)
{
    /// <summary>What was chosen stays on the list, also where the vocabulary does not have it.</summary>
    public IReadOnlyList<(string Value, string Word, bool IsPart)> All =>
        [.. Chosen.Except(Choices.Select(choice => choice.Value)).Select(code => (code, code, false)), .. Choices];

    public string Id => FormField.IdOf(Name);
}
