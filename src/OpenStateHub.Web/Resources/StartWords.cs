namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of how a place begins: StartWords.resx in Spanish, StartWords.en.resx in English.</summary>
public sealed class StartWords;
