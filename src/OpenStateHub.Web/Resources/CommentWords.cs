namespace OpenStateHub.Web.Resources;

/// <summary>Names the words of what citizens say and of its moderation: CommentWords.resx in Spanish, CommentWords.en.resx in English.</summary>
public sealed class CommentWords;
