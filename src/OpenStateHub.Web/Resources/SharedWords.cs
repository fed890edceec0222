namespace OpenStateHub.Web.Resources;

/// <summary>Names the words that many pages share: SharedWords.resx in Spanish, SharedWords.en.resx in English.</summary>
public sealed class SharedWords;
