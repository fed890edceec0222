using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using OpenStateHub.Core.Mail;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>A real mail server in a process of its own, with a certificate that this test run made and trusts.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "hub";
    public const string Password = "contraseña de prueba";
    public const string From = "avisos@hub.example";

    private static readonly string Folder = Repository.PathOf("tests", "OpenStateHub.Integration.Tests", "Mail", "Server");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<(string Certificate, string Key)> Made = new(MakeCertificate);

    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly ConcurrentQueue<TaskCompletionSource> asking = new();
    private Process? process;
    private Task reading = Task.CompletedTask;

    /// <summary>The certificate's file, for SSL_CERT_FILE.</summary>
    public static string Certificate => Made.Value.Certificate;

    /// <summary>Waits before it answers somebody called slow…</summary>
    public TimeSpan Slowness { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Waits before it takes a message over.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>Offers STARTTLS, and asks who is there.</summary>
    public bool IsSecure { get; init; } = true;

    public int Port { get; private set; }

    public IReadOnlyList<ReceivedMail> Received => [.. received];

    public MailServer Settings => new("localhost", Port, From, IsSecure ? User : null, IsSecure ? Password : null, IsSecure);

    /// <summary>What a site's environment says to deliver here.</summary>
    public (string Name, string Value)[] AsEnvironment() =>
    [
        ("Smtp__Host", Settings.Host),
        ("Smtp__Port", Port.ToString(CultureInfo.InvariantCulture)),
        ("Smtp__From", From),
        ("Smtp__User", User),
        ("Smtp__Password", Password),
        ("SSL_CERT_FILE", Certificate),
    ];

    /// <summary>On its former port, where it had one.</summary>
    public async Task StartAsync()
    {
        var settings = JsonSerializer.Serialize(new
        {
            Port,
            Cert = IsSecure ? Certificate : null,
            Key = IsSecure ? Made.Value.Key : null,
            User = IsSecure ? User : null,
            Password,
            Slowness = Slowness.TotalMilliseconds,
            Pace = Pace.TotalMilliseconds,
        }, Json);
        process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "server.mjs"), settings]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var first = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server did not start; its reason is above.");
        Port = JsonDocument.Parse(first).RootElement.GetProperty("port").GetInt32();
        reading = ReadAsync(process);
    }

    /// <summary>Waits until all that it took over so far is received here: its word comes by another way than its answer.</summary>
    public async Task CatchUpAsync()
    {
        if (process is null)
        {
            return;
        }

        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        lock (asking)
        {
            asking.Enqueue(asked);
            process.StandardInput.WriteLine();
        }

        await asked.Task;
    }

    public async Task StopAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            await reading;
            process.Dispose();
            process = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task ReadAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line != "{}")
            {
                received.Enqueue(JsonSerializer.Deserialize<ReceivedMail>(line, Json)!);
            }
            else if (asking.TryDequeue(out var asked))
            {
                asked.SetResult();
            }
        }

        while (asking.TryDequeue(out var asked))
        {
            asked.SetResult();
        }
    }

    private static (string Certificate, string Key) MakeCertificate()
    {
        var folder = Directory.CreateTempSubdirectory("openstatehub-mail-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (file, keyFile) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());

        // Read once, when the process first asks whom it trusts: nothing in the tests does so before. By the system's own
        // library, which does not see what .NET sets.
        _ = SetForTheSystem("SSL_CERT_FILE\0"u8.ToArray(), Encoding.UTF8.GetBytes(file + '\0'), overwrite: 1);
        return (file, keyFile);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetForTheSystem(byte[] name, byte[] value, int overwrite);
}
