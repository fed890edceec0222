namespace OpenStateHub.Web.Resources;

/// <summary>Names the words about public accountability sessions: PresentationWords.resx in Spanish, PresentationWords.en.resx in English.</summary>
public sealed class PresentationWords;
