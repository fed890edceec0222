using System.Security.Cryptography;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>The mark in the head of a place's pages. Replaced whole, so that its hash is its address.</summary>
public sealed class Logo
{
    public const int MaxBytes = 200_000;

    /// <summary>Pixels of a side: a small file can unpack to a picture that no phone can hold.</summary>
    public const int MaxSide = 2000;

    private Logo()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Sha256 { get; private init; } = null!;
    public string MediaType { get; private init; } = null!;
    public int Width { get; private init; }
    public int Height { get; private init; }
    public byte[] Content { get; private init; } = null!;

    /// <summary>What the file is, is read from the file: neither its name nor what the browser says of it counts.</summary>
    public static (Logo? Logo, Refusal? Refusal) From(byte[] content)
    {
        if (content.Length == 0)
        {
            return (null, SettingsRefusals.LogoMissing);
        }

        if (content.Length > MaxBytes)
        {
            return (null, SettingsRefusals.LogoTooHeavy);
        }

        if (Picture.Read(content) is not { } picture)
        {
            return (null, SettingsRefusals.LogoUnreadable);
        }

        if (picture.Width > MaxSide || picture.Height > MaxSide)
        {
            return (null, SettingsRefusals.LogoTooLarge);
        }

        return (new Logo
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            MediaType = picture.MediaType,
            Width = picture.Width,
            Height = picture.Height,
            Content = content,
        }, null);
    }
}
