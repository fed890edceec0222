namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of a place's public pages: TrackerWords.resx in Spanish, TrackerWords.en.resx in English.</summary>
public sealed class TrackerWords;
