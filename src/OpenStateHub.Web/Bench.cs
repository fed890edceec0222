using System.Collections.Concurrent;
using System.Globalization;

namespace OpenStateHub.Web;

/// <summary>What cached pages are measured against: the same number of bytes from an endpoint that does nothing else.</summary>
/// <remarks>HUB_BENCH=1, set by infra/bench.sh alone: anywhere else these addresses do not exist.</remarks>
internal static class Bench
{
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly PathString Address = "/bench/bytes";

    /// <summary>Before everything else of the pipeline, so that nothing of the site is in the measure.</summary>
    public static void UseBench(this WebApplication app)
    {
        if (app.Configuration["HUB_BENCH"] != "1")
        {
            return;
        }

        var bodies = new ConcurrentDictionary<int, byte[]>();
        app.Use((http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments(Address, out var rest)
                || !int.TryParse(rest.Value.AsSpan().TrimStart('/'), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                || size > MostBytes)
            {
                return next(http);
            }

            var body = bodies.GetOrAdd(size, bytes =>
            {
                var made = new byte[bytes];
                Array.Fill(made, (byte)'.');
                return made;
            });
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = body.Length;
            return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
        });
    }
}
