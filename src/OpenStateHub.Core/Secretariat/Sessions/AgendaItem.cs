namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>A point of a session's agenda.</summary>
public sealed class AgendaItem
{
    public const int MaxTitleLength = 300;
    public const int MaxTextLength = 5000;
    public const int MostDocuments = 10;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SessionId { get; private init; }

    /// <summary>1 for the first.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = null!;
    public string? Text { get; private set; }
    public IReadOnlyList<AgendaDocument> Documents => documents;

    private readonly List<AgendaDocument> documents = [];

    internal static AgendaItem Of(AgendaPoint point, int position) => new AgendaItem { Id = point.Id ?? Guid.CreateVersion7() }.Revised(point, position);

    internal AgendaItem Revised(AgendaPoint point, int position)
    {
        (Position, Title, Text) = (position, point.Title, point.Text);
        documents.RemoveAll(attached => !point.Documents.Contains(attached.DocumentId));
        documents.AddRange(point.Documents.Distinct().Except(documents.Select(attached => attached.DocumentId))
            .Select(document => new AgendaDocument { ItemId = Id, DocumentId = document }).ToList());
        return this;
    }
}

/// <summary>A published document that an item is about.</summary>
public sealed class AgendaDocument
{
    public required Guid ItemId { get; init; }
    public required Guid DocumentId { get; init; }
}

/// <summary>An item of an agenda as somebody wrote it.</summary>
/// <param name="Id">Of the item that stands there already; null: a new one.</param>
public sealed record AgendaPoint(Guid? Id, string Title, string? Text, IReadOnlyList<Guid> Documents)
{
    public Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Title) => SessionRefusals.ItemWithoutTitle,
        _ when Title.Length > AgendaItem.MaxTitleLength => SessionRefusals.ItemTitleTooLong,
        _ when Text?.Length > AgendaItem.MaxTextLength => SessionRefusals.ItemTextTooLong,
        _ when Documents.Count > AgendaItem.MostDocuments => SessionRefusals.TooManyDocuments,
        _ => null,
    };
}
