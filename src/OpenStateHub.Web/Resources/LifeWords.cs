namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of the life of a place: LifeWords.resx in Spanish, LifeWords.en.resx in English.</summary>
public sealed class LifeWords;
