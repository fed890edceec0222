using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace OpenStateHub.Web.Api;

/// <summary>A page of a list, with the address of the next one.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>Which page of a list is asked: <c>page</c> from 1, <c>pageSize</c> 50 unless told, at most 200.</summary>
public readonly record struct ListingPage(int Number, int Size)
{
    public const int DefaultSize = 50;
    public const int LargestSize = 200;

    public int Skip => (Number - 1) * Size;

    /// <summary>Out-of-range numbers are brought into range: a client that asks for 1,000 rows gets 200 and the address of the next.</summary>
    public static ListingPage From(int? page, int? pageSize) =>
        new(Math.Clamp(page ?? 1, 1, 1_000_000), Math.Clamp(pageSize ?? DefaultSize, 1, LargestSize));

    public Listing<T> Of<T>(IReadOnlyList<T> items, int total, HttpRequest request) =>
        new(items, total, Skip + items.Count < total ? NextAddress(request) : null);

    private string NextAddress(HttpRequest request)
    {
        var query = request.Query
            .Where(pair => pair.Key != "page")
            .ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        query["page"] = (Number + 1).ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString($"{request.Scheme}://{request.Host}{request.Path}", query);
    }
}
