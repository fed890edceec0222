namespace OpenStateHub.Web.Resources;

/// <summary>Names the words about the files that a place gives to everybody: DataWords.resx in Spanish, DataWords.en.resx in English.</summary>
public sealed class DataWords;
