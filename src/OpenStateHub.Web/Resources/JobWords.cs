namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of what runs by itself: JobWords.resx in Spanish, JobWords.en.resx in English.</summary>
public sealed class JobWords;
