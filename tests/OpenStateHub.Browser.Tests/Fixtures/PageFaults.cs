using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>What no page of the hub may do in a reader's browser, as it happens.</summary>
internal sealed class PageFaults
{
    // The browser says so of every answer from 400 on, of the page asked for too; answers are judged by themselves.
    private const string BadAnswer = "Failed to load resource: the server responded with a status of";

    private readonly ConcurrentQueue<string> found = new();

    public PageFaults(IBrowserContext context)
    {
        context.Console += (_, message) => Note(message.Type == "error" && !message.Text.StartsWith(BadAnswer, StringComparison.Ordinal), $"console: {message.Text}");
        context.WebError += (_, error) => Note(true, $"script: {error.Error}");
        context.Request += (_, request) => Note(!IsOurs(request.Url), $"another host: {request.Url}");
        context.RequestFailed += (_, request) => Note(!IsCancelled(request), $"failed: {request.Url} {request.Failure}");
        context.Response += (_, answer) => Note(answer.Status >= 400 && !answer.Request.IsNavigationRequest, $"{answer.Status}: {answer.Url}");
    }

    public IReadOnlyCollection<string> Found => found;

    private static bool IsOurs(string address) =>
        new Uri(address) is { Scheme: "data" } or { Host: "localhost" } || new Uri(address).Host.EndsWith(".localhost", StringComparison.Ordinal);

    /// <summary>A reader who moves on, or a page that turns out to be a download.</summary>
    private static bool IsCancelled(IRequest request) => request.Failure == "net::ERR_ABORTED";

    private void Note(bool isFault, string what)
    {
        if (isFault)
        {
            found.Enqueue(what);
        }
    }
}
