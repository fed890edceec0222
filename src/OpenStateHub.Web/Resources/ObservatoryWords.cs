namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of the national figures: ObservatoryWords.resx in Spanish, ObservatoryWords.en.resx in English.</summary>
public sealed class ObservatoryWords;
