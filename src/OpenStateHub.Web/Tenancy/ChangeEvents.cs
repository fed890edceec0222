using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Tenancy;

/// <summary>
/// Tells open screens that the place's public record changed, as server-sent events. They say no more than that: the page reads what there is. All
/// of them live on the one connection on which this process hears of changes, and none holds a connection to the database.
/// </summary>
public sealed class ChangeEvents(TenantGenerations generations, TimeProvider clock, IHostApplicationLifetime life)
{
    /// <summary>Votes come in bursts: a screen is told of several at once.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>A line now and then, so that nothing on the way takes the connection for dead.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    /// <summary>More screens of one process read their page by hand.</summary>
    private const int MostScreens = 2000;

    private int screens;

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/cambios", (HttpContext http, TenantContext tenant, ChangeEvents stream) => stream.SendAsync(http, tenant.Current.Id)).ExcludeFromDescription();

    private async Task SendAsync(HttpContext http, TenantId tenant)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";

        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);

        try
        {
            if (Interlocked.Increment(ref screens) > MostScreens)
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            await FollowAsync(http.Response, tenant, ends.Token);
        }
        catch (OperationCanceledException)
        {
            // The screen was closed, or the process stops: the screen then asks another node.
        }
        finally
        {
            Interlocked.Decrement(ref screens);
        }
    }

    private async Task FollowAsync(HttpResponse response, TenantId tenant, CancellationToken ct)
    {
        string? told = null;

        while (true)
        {
            var next = generations.NextOf(tenant);
            var now = generations.Of(tenant);

            if (now != told)
            {
                told = now;
                await response.WriteAsync($"data: {now}\n\n", ct);
                await response.Body.FlushAsync(ct);
                await Task.Delay(Pause, clock, ct);
                continue;
            }

            try
            {
                await next.WaitAsync(Beat, clock, ct);
            }
            catch (TimeoutException)
            {
                await response.WriteAsync(":\n\n", ct);
                await response.Body.FlushAsync(ct);
            }
        }
    }
}
