namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of inviting places: InviteWords.resx in Spanish, InviteWords.en.resx in English.</summary>
public sealed class InviteWords;
