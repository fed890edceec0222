using OpenStateHub.Core.Secretariat.Sessions;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>An item of the agenda as it is typed; one without a title is no item.</summary>
public sealed class AgendaForm
{
    public Guid? Id { get; set; }
    public int? Order { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }

    /// <summary>Null where nothing was chosen.</summary>
    public List<Guid?> Documents { get; set; } = [];

    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Text) && Documents.All(document => document is null);

    /// <summary>Left of it is only its id: it is to go.</summary>
    public bool IsRemoved => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Text);

    public static AgendaForm Of(AgendaRow row) => new()
    {
        Id = row.Id,
        Order = row.Position,
        Title = row.Title,
        Text = row.Text,
        Documents = [.. row.Documents.Select(document => (Guid?)document.Id)],
    };

    public AgendaPoint ToPoint() => new(
        Id, OneLine(Title), string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), [.. Documents.OfType<Guid>().Distinct()]);

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
