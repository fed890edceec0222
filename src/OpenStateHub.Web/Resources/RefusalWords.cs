namespace OpenStateHub.Web.Resources;

/// <summary>Names what a rule of plans, commitments and activities says when it refuses: RefusalWords.resx in Spanish, RefusalWords.en.resx in English.</summary>
public sealed class RefusalWords;
