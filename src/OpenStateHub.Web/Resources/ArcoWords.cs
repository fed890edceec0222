namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of requests about one's own data: ArcoWords.resx in Spanish, ArcoWords.en.resx in English.</summary>
public sealed class ArcoWords;
