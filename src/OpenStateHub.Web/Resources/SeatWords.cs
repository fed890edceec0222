namespace OpenStateHub.Web.Resources;

/// <summary>Names the words about who sits in a secretariat and under which rules: SeatWords.resx in Spanish, SeatWords.en.resx in English.</summary>
public sealed class SeatWords;
