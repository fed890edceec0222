using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.OpenData;

/// <summary>Where every chain ended on a day, a line each: slug, sequence and hash, as <c>hub ledger verify --anchor</c> reads them.</summary>
internal static class ChainsFile
{
    public const string Address = "/datos/cadenas.txt";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, WriteAsync)
        .WithMetadata(new NationalOnlyAttribute(), new CachedPageAttribute { FreeText = Asked.DayName })
        .ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, BadRequest>> WriteAsync(
        HttpRequest request, ListDailyHeads heads, TenantContext tenant, TimeProvider clock, CancellationToken ct)
    {
        if (!Asked.Day(request.Query[Asked.DayName], tenant.Current.Today(clock), out var day))
        {
            return TypedResults.BadRequest();
        }

        var (rows, _) = await heads.ExecuteAsync(day, skip: 0, take: null, ct);
        var text = string.Concat(rows.Select(row => $"{row.Anchor}\n"));
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", $"cadenas-{day:yyyy-MM-dd}.txt");
    }
}
