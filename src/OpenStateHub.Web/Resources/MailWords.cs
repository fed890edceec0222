namespace OpenStateHub.Web.Resources;

/// <summary>Names the words about a place's mail: MailWords.resx in Spanish, MailWords.en.resx in English.</summary>
public sealed class MailWords;
