namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of programmes and their members: ProgrammeWords.resx in Spanish, ProgrammeWords.en.resx in English.</summary>
public sealed class ProgrammeWords;
