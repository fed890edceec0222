using System.Diagnostics;
using Npgsql;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>A PostgreSQL of its own (infra/postgres/killable.sh), which a test may kill and start again.</summary>
internal sealed class KillableServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly string connection;

    private KillableServer(Process process, string connection) => (this.process, this.connection) = (process, connection);

    public static async Task<KillableServer> StartAsync()
    {
        var start = new ProcessStartInfo("bash", [Repository.PathOf("infra", "postgres", "killable.sh")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var connection = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start; its reason is above.");
        return new KillableServer(process, connection);
    }

    public string ConnectionString(string database, string? role)
    {
        var options = new NpgsqlConnectionStringBuilder(connection) { Database = database, MaxPoolSize = 20 };
        options.Username = role ?? options.Username;
        return options.ConnectionString;
    }

    /// <summary>With -9.</summary>
    public Task KillAsync() => DoAsync("kill");

    /// <summary>As a supervisor in a hurry stops it: without a checkpoint.</summary>
    public Task StopAtOnceAsync() => DoAsync("immediate");

    /// <summary>Ends when it is ready.</summary>
    public Task StartAgainAsync() => DoAsync("start");

    private async Task DoAsync(string word)
    {
        await process.StandardInput.WriteLineAsync(word);
        await process.StandardInput.FlushAsync();
        Assert.Equal(word, await process.StandardOutput.ReadLineAsync());
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
