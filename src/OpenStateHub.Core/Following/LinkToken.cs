using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpenStateHub.Core.Following;

/// <summary>The secret of a link in a letter. The database keeps its hash, so that who reads the database can confirm nothing in anybody's name.</summary>
public static class LinkToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
