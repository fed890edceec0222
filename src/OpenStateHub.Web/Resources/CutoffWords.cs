namespace OpenStateHub.Web.Resources;

/// <summary>Names the words about cut-off dates and their reports: CutoffWords.resx in Spanish, CutoffWords.en.resx in English.</summary>
public sealed class CutoffWords;
