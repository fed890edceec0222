namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of sign-in and the back office: AccountWords.resx in Spanish, AccountWords.en.resx in English.</summary>
public sealed class AccountWords;
