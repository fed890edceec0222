namespace OpenStateHub.Web.Pages.Life;

/// <summary>Where the life of a place is looked after.</summary>
internal static class LifePath
{
    public static string Of(string slug, string step = "") => $"/gestion/entidades/{slug}/vida{(step.Length == 0 ? "" : $"/{step}")}";
}
