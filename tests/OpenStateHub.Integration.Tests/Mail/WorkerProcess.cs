using System.Diagnostics;
using System.Globalization;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>The site as an operator runs it, in a process of its own that can be killed without a chance to clean up.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string[]> reading;

    private WorkerProcess(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public static WorkerProcess Start(TestHub hub, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.PathOf("src", "OpenStateHub.Web"),
            Environment =
            {
                ["ConnectionStrings__Hub"] = hub.AppConnection,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["SSL_CERT_FILE"] = SmtpServer.Certificate,
            },
        };

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new WorkerProcess(Process.Start(start)!);
    }

    public static Dictionary<string, string> SettingsOf(SmtpServer smtp) => new()
    {
        ["Smtp__Host"] = smtp.Settings.Host,
        ["Smtp__Port"] = smtp.Port.ToString(CultureInfo.InvariantCulture),
        ["Smtp__From"] = SmtpServer.From,
        ["Smtp__User"] = SmtpServer.User,
        ["Smtp__Password"] = SmtpServer.Password,
    };

    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await reading;
        process.Dispose();
    }
}
