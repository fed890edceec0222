namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of a place's settings: SettingsWords.resx in Spanish, SettingsWords.en.resx in English.</summary>
public sealed class SettingsWords;
