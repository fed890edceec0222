namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of sessions, their calls and their minutes: SessionWords.resx in Spanish, SessionWords.en.resx in English.</summary>
public sealed class SessionWords;
