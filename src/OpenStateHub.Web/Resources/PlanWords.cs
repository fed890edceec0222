namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of the pages where a plan is made: PlanWords.resx in Spanish, PlanWords.en.resx in English.</summary>
public sealed class PlanWords;
