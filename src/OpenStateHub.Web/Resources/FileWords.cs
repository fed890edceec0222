namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of the pages of files: FileWords.resx in Spanish, FileWords.en.resx in English.</summary>
public sealed class FileWords;
