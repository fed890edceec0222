using System.Diagnostics;
using OpenStateHub.Cli;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>The command line as an operator runs it: a process of its own, judged by its exit code and its words.</summary>
internal static class HubProcess
{
    /// <param name="connection">As the owner role.</param>
    public static Task<(int Exit, string Output)> RunAsync(string connection, params string[] arguments) => RunAsync(SettingsOf(connection), arguments);

    /// <param name="settings">What its environment says.</param>
    public static Task<(int Exit, string Output)> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments) =>
        RunAsync(settings, typed: "", arguments);

    /// <param name="typed">What its standard input says.</param>
    public static async Task<(int Exit, string Output)> RunAsync(IReadOnlyDictionary<string, string?> settings, string typed, IReadOnlyList<string> arguments)
    {
        using var process = Start(settings, arguments);
        await process.StandardInput.WriteLineAsync(typed);
        process.StandardInput.Close();
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }

    public static async Task SeedAsync(string connection)
    {
        foreach (var what in new[] { "reference", "demo" })
        {
            var (exit, output) = await RunAsync(connection, "seed", what);
            Assert.True(exit == 0, output);
        }
    }

    /// <summary>Runs a command and kills it, without a chance to clean up, after a while.</summary>
    /// <returns>Whether it was still running.</returns>
    public static Task<bool> KillAsync(string connection, TimeSpan after, params string[] arguments) => KillAsync(SettingsOf(connection), after, arguments);

    public static Task<bool> KillAsync(IReadOnlyDictionary<string, string?> settings, TimeSpan after, params string[] arguments) =>
        KillAsync(settings, after, typed: "", arguments);

    /// <param name="typed">What its standard input says.</param>
    public static async Task<bool> KillAsync(IReadOnlyDictionary<string, string?> settings, TimeSpan after, string typed, IReadOnlyList<string> arguments)
    {
        using var process = Start(settings, arguments);
        await process.StandardInput.WriteLineAsync(typed);
        process.StandardInput.Close();
        var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(after));
        var wasRunning = !process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await reading;
        return wasRunning;
    }

    private static Dictionary<string, string?> SettingsOf(string connection) => new() { ["ConnectionStrings__HubOwner"] = connection };

    private static Process Start(IReadOnlyDictionary<string, string?> settings, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
