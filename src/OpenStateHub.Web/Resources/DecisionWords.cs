namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of decisions and votes: DecisionWords.resx in Spanish, DecisionWords.en.resx in English.</summary>
public sealed class DecisionWords;
