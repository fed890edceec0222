using System.Collections.Concurrent;
using System.Net;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>What people under load were answered, and when they were last told that something is wrong.</summary>
internal sealed class Attempts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string What, string Answer), int> answers = new();
    private long latestFault;

    public DateTimeOffset LatestFault => new(Interlocked.Read(ref latestFault), TimeSpan.Zero);

    public string Counts => string.Join(", ", answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key.What} {pair.Key.Answer}: {pair.Value}"));

    public int Answered(string answer) => answers.Where(pair => pair.Key.Answer == answer).Sum(pair => pair.Value);

    /// <returns>Whether it was acknowledged.</returns>
    public async Task<bool> TryAsync(string what, Func<Task<HttpStatusCode>> ask)
    {
        string answer;

        try
        {
            var status = await ask().WaitAsync(Patience);
            answer = $"{(int)status}";

            if ((int)status < 400)
            {
                Count(what, answer);
                return true;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            // The line broke in the middle of an answer.
            answer = e is TimeoutException ? "none" : "cut";
        }

        Count(what, answer);
        Interlocked.Exchange(ref latestFault, DateTimeOffset.UtcNow.Ticks);
        return false;
    }

    private void Count(string what, string answer) => answers.AddOrUpdate((what, answer), 1, (_, count) => count + 1);
}
