namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of the network of places: NetworkWords.resx in Spanish, NetworkWords.en.resx in English.</summary>
public sealed class NetworkWords;
