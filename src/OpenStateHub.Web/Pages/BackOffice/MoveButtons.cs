namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>The two buttons that move one part among its siblings.</summary>
/// <param name="Action">Where the form is sent.</param>
/// <param name="What">The part, for those who hear the page.</param>
public sealed record MoveButtons(string Action, Guid Id, string What, bool IsFirst, bool IsLast);
