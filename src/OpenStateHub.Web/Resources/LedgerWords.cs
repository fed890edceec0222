namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of the history and of the signed versions: LedgerWords.resx in Spanish, LedgerWords.en.resx in English.</summary>
public sealed class LedgerWords;
