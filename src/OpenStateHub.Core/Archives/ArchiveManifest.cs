using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>What an archive holds, so that it can be checked to the last row and read without this program.</summary>
public sealed record ArchiveManifest
{
    public const int CurrentFormat = 1;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },

        // Names keep their letters; the manifest stands in no page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public required int Format { get; init; }
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The newest migration of the database that the rows come from.</summary>
    public required string Schema { get; init; }

    public required IReadOnlyList<AppliedMigration> Migrations { get; init; }
    public required ArchivedPlace Place { get; init; }

    /// <summary>In the order in which each row finds the rows that it points at.</summary>
    public required IReadOnlyList<CopiedTable> Tables { get; init; }

    public required IReadOnlyList<ArchivedFile> Files { get; init; }

    /// <summary>Where the place's chain of acts ended.</summary>
    public required ArchivedHead Ledger { get; init; }

    /// <summary>What does not travel, and why.</summary>
    public required IReadOnlyDictionary<string, string> LeftOut { get; init; }

    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>The place as the nation's catalogue has it.</summary>
public sealed record ArchivedPlace
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required TenantKind Kind { get; init; }
    public required string? InegiCode { get; init; }

    /// <summary>The slug of the state it lies in.</summary>
    public required string? Parent { get; init; }

    public required string TimeZone { get; init; }
    public required int? Population { get; init; }
    public required long MostFileBytes { get; init; }
    public required long MostBytes { get; init; }
    public required IReadOnlyList<ArchivedMembership> Programmes { get; init; }
}

public sealed record ArchivedMembership(string Programme, DateOnly FromOn, bool FromIsBound, DateOnly? UntilOn, string Source);

public sealed record ArchivedFile(string Sha256, long Bytes)
{
    private const int HashLength = 64;

    /// <summary>Whether its name can lead nowhere but into the place's own folder.</summary>
    internal bool IsNamedByItsHash => Sha256.Length == HashLength && Sha256.All(char.IsAsciiHexDigitLower);

    /// <summary>As a stored file of a place.</summary>
    internal CopiedFile Of(TenantId place) => new(place.Value, Sha256, Bytes);
}

public sealed record ArchivedHead(int Sequence, string? Hash);
