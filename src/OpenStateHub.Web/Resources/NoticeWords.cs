namespace OpenStateHub.Web.Resources;

/// <summary>Names the words around a place's own notice of privacy: NoticeWords.resx in Spanish, NoticeWords.en.resx in English.</summary>
public sealed class NoticeWords;
