namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of following, its letters and feeds: FollowWords.resx in Spanish, FollowWords.en.resx in English.</summary>
public sealed class FollowWords;
