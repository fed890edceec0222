namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of the pages where the parts of a commitment are made: ActivityWords.resx in Spanish, ActivityWords.en.resx in English.</summary>
public sealed class ActivityWords;
