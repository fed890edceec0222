using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Database;

/// <summary>With a certificate, who reads the database cannot forge a cookie.</summary>
public sealed class KeyCertificatesTests(TestHub hub) : IClassFixture<TestHub>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-keys-").FullName;

    [Fact]
    public void Keys_rest_encrypted_and_are_read_with_the_certificate_of_today_and_those_before()
    {
        var (first, second) = (Pfx("uno", "clave"), Pfx("dos", "clave"));
        var secret = Protector(first).Protect("secreto");

        Assert.Contains("EncryptedData", Stored(), StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", Stored(), StringComparison.Ordinal);
        Assert.Equal("secreto", Protector(first).Unprotect(secret));
        Assert.Equal("secreto", Protector($"{second},{first}").Unprotect(secret));
        Assert.Throws<CryptographicException>(() => Protector(second).Unprotect(secret));
    }

    [Fact]
    public void A_certificate_without_its_key_stops_the_start()
    {
        using var whole = Certificate("solo");
        var file = Path.Combine(folder, "solo.pem");
        File.WriteAllText(file, whole.ExportCertificatePem());

        Assert.ThrowsAny<Exception>(() => KeyCertificates.Read(file, null));
        Assert.Empty(KeyCertificates.Read(null, null));
    }

    [Fact]
    public void A_certificate_may_come_as_text()
    {
        using var whole = Certificate("texto");
        var file = Path.Combine(folder, "texto.pem");
        File.WriteAllText(file, whole.ExportCertificatePem() + "\n" + whole.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());

        Assert.Equal(whole.Thumbprint, Assert.Single(KeyCertificates.Read(file, null)).Thumbprint);
    }

    private IDataProtector Protector(string files) => new ServiceCollection()
        .AddLogging()
        .AddHub(hub.AppConnection, keyCertificates: KeyCertificates.Read(files, "clave"))
        .BuildServiceProvider()
        .GetRequiredService<IDataProtectionProvider>().CreateProtector("prueba");

    private string Stored()
    {
        using var source = Npgsql.NpgsqlDataSource.Create(hub.AppConnection);
        return string.Concat(new ProtectionKeys(source).GetAllElements().Select(element => element.ToString()));
    }

    private string Pfx(string name, string password)
    {
        using var certificate = Certificate(name);
        var file = Path.Combine(folder, name + ".pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, password));
        return file;
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
