namespace OpenStateHub.Web.Resources;

/// <summary>Changes of a published plan: proposed, decided, and what each version changed.</summary>
public sealed class RoadmapWords;
