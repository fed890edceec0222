using OpenStateHub.Core;
using Spectre.Console;

namespace OpenStateHub.Cli;

/// <summary>Shows how far long work has come: a bar on a terminal, plain lines in a log. On standard error, so that output can be piped.</summary>
internal static class LongWork
{
    public static async Task<T> ShowAsync<T>(string title, Func<IProgress<WorkProgress>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Ansi)
        {
            return await work(new Reporter(p => Console.Error.WriteLine($"{title}: {p.Done} of {p.Total}")));
        }

        return await console.Progress().StartAsync(bars =>
        {
            var bar = bars.AddTask(title);
            return work(new Reporter(p => (bar.MaxValue, bar.Value) = (p.Total, p.Done)));
        });
    }

    /// <summary>Reports at once and in order, where <see cref="Progress{T}"/> would report later and on another thread.</summary>
    private sealed class Reporter(Action<WorkProgress> show) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => show(value);
    }
}
