using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>The site as a process of its own, on a port of its own: to be killed, measured, or refused its start.</summary>
internal sealed partial class SiteProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();
    private readonly ConcurrentQueue<string> faults = new();
    private readonly TaskCompletionSource<int> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(TestHub hub, string? data, string? disk, params (string Name, string Value)[] settings)
    {
        string[] command = [.. disk is null ? [] : OnDisk(disk, data!), "dotnet", typeof(Program).Assembly.Location];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ConnectionStrings__Hub"] = hub.AppConnection,
                ["HUB_DATA"] = data,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["Logging__LogLevel__Default"] = "Error",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(log, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(faults, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public LocalPort Port { get; private set; } = new(0);

    public bool IsRunning => !process.HasExited;

    /// <summary>What it wrote so far, line by line.</summary>
    public IReadOnlyCollection<string> Log => log;

    /// <param name="settings">Environment variables beside the connection and the folder, or instead of the port that nobody chose.</param>
    public static Task<SiteProcess> StartAsync(TestHub hub, params (string Name, string Value)[] settings) =>
        StartedAsync(hub, () => new SiteProcess(hub, hub.DataFolder, disk: null, settings));

    /// <summary>Its folder is a file system of its own, which this process alone sees. Skips the test where nobody may mount one.</summary>
    /// <param name="disk">Options of tmpfs.</param>
    public static async Task<SiteProcess> StartOnDiskAsync(TestHub hub, string disk)
    {
        string[] command = [.. OnDisk(disk, hub.DataFolder), "true"];
        using var attempt = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        await attempt.WaitForExitAsync();
        Assert.SkipWhen(attempt.ExitCode != 0, "This machine lets nobody mount a file system in a namespace.");
        return await StartedAsync(hub, () => new SiteProcess(hub, hub.DataFolder, disk));
    }

    private static async Task<SiteProcess> StartedAsync(TestHub hub, Func<SiteProcess> start)
    {
        await hub.AskNobodyForMoreAsync();
        var site = start();
        await Task.WhenAny(site.listening.Task, site.process.WaitForExitAsync());
        Assert.True(site.listening.Task.IsCompleted, $"The site did not start: {string.Join('\n', site.faults)}");
        site.Port = new LocalPort(await site.listening.Task);
        return site;
    }

    /// <summary>Starts the site where it must not, and returns its exit code and what it says to whoever started it.</summary>
    public static async Task<(int Exit, string Said)> RefusedAsync(TestHub hub, string? data)
    {
        await using var site = new SiteProcess(hub, data, disk: null);
        await site.process.WaitForExitAsync();
        return (site.process.ExitCode, string.Concat(site.faults.Select(line => line + '\n')));
    }

    public Browser Browser(string slug, CookieContainer? cookies = null) => Port.Browser(slug, cookies);

    /// <param name="slug">The place whose host is asked; null for the national one.</param>
    public HttpClient At(string? slug) => Port.At(slug);

    public ValueTask<Stream> ConnectAsync(CancellationToken ct) => Port.ConnectAsync(ct);

    /// <summary>Without a chance to clean up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As a service manager stops it: SIGTERM, and then it has its time.</summary>
    /// <returns>How long it took, and its exit code.</returns>
    public async Task<(TimeSpan Took, int Exit)> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return (watch.Elapsed, process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static string[] OnDisk(string options, string folder) =>
    [
        "unshare", .. Environment.IsPrivilegedProcess ? new[] { "--mount" } : ["--user", "--map-root-user", "--mount"],
        "bash", "-c", "mount -t tmpfs -o \"$1\" none \"$2\" && shift 2 && exec \"$@\"", "bash", options, folder,
    ];

    private void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);

        if (Listening().Match(line) is { Success: true } found)
        {
            listening.TrySetResult(int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
