namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of how ready a place is: ReadinessWords.resx in Spanish, ReadinessWords.en.resx in English.</summary>
public sealed class ReadinessWords;
