namespace OpenStateHub.Web.Resources;

/// <summary>Names the words about duties with a clock: DutyWords.resx in Spanish, DutyWords.en.resx in English.</summary>
public sealed class DutyWords;
