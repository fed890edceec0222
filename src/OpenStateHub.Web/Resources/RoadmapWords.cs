namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of changes of a published plan: RoadmapWords.resx in Spanish, RoadmapWords.en.resx in English.</summary>
public sealed class RoadmapWords;
