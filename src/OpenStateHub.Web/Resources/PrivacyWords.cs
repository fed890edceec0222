namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of the notice of privacy: PrivacyWords.resx in Spanish, PrivacyWords.en.resx in English. Other words are another version of it.</summary>
public sealed class PrivacyWords;
