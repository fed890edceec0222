using OpenStateHub.Web.Pages.Shared;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>A list of choices of which several may be ticked, searched where the script runs.</summary>
/// <param name="Name">The property of the form.</param>
/// <param name="Choices">Value, word, and whether it stands below the one before it.</param>
public sealed record Pick(string Name, string Label, IReadOnlyCollection<string> Chosen, IReadOnlyList<(string Value, string Word, bool IsPart)> Choices)
{
    public string Id => FormField.IdOf(Name);
}
