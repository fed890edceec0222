using System.Diagnostics;
using OpenStateHub.Cli;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>The command line as an operator runs it: a process of its own, judged by its exit code and its words.</summary>
internal static class HubProcess
{
    /// <param name="connection">As the owner role.</param>
    public static async Task<(int Exit, string Output)> RunAsync(string connection, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ConnectionStrings__HubOwner"] = connection },
        };
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }
}
