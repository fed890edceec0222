namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of a commitment's chain: ChainWords.resx in Spanish, ChainWords.en.resx in English.</summary>
public sealed class ChainWords;
