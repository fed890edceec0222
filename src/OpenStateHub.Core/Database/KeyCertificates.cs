using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace OpenStateHub.Core.Database;

/// <summary>Encrypts the protection keys at rest, so that who reads the database or a copy of it can forge no cookie.</summary>
public static class KeyCertificates
{
    public const string FilesSetting = "HUB_KEYS_CERTIFICATE";
    public const string PasswordSetting = "HUB_KEYS_CERTIFICATE_PASSWORD";

    private static readonly string[] Pkcs12 = [".pfx", ".p12"];

    /// <param name="files">Files with certificate and RSA key (PKCS #12 or PEM), separated by commas; empty: none.</param>
    /// <param name="password">Of their keys; null where they have none.</param>
    public static IReadOnlyList<X509Certificate2> Read(string? files, string? password)
    {
        var found = (files ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(file => Load(file, password)).ToList();
        return found.TrueForAll(certificate => certificate.GetRSAPrivateKey() is not null)
            ? found
            : throw new InvalidOperationException($"{FilesSetting} names a certificate without its RSA key: nothing could be decrypted with it.");
    }

    /// <summary>New keys are encrypted for the first certificate; keys that were encrypted for any of them can be read, and so can older plain ones.</summary>
    internal static void Protect(this IDataProtectionBuilder keys, IReadOnlyList<X509Certificate2> certificates)
    {
        if (certificates.Count > 0)
        {
            keys.ProtectKeysWithCertificate(certificates[0]).UnprotectKeysWithAnyCertificate([.. certificates]);
        }
    }

    private static X509Certificate2 Load(string file, string? password) =>
        Pkcs12.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
        : password is null ? X509Certificate2.CreateFromPemFile(file)
        : X509Certificate2.CreateFromEncryptedPemFile(file, password);
}
