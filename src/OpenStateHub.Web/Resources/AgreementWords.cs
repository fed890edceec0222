namespace OpenStateHub.Web.Resources;

/// <summary>Names the words about what a secretariat agreed: AgreementWords.resx in Spanish, AgreementWords.en.resx in English.</summary>
public sealed class AgreementWords;
