using Npgsql;

namespace OpenStateHub.Core.Jobs;

public enum FaultKind
{
    /// <summary>An error of the program, or data that it did not expect.</summary>
    Program,

    /// <summary>The database cannot be reached, or is stopping or starting.</summary>
    DatabaseGone,

    /// <summary>The database did not answer in time.</summary>
    TooSlow,

    /// <summary>A constraint of the database refused a row.</summary>
    RuleOfDatabase,

    /// <summary>The file folder cannot be read or written.</summary>
    Disk,
}

/// <summary>What went wrong, for the operator: the kind in words, and a detail that never holds what people wrote.</summary>
public sealed record Fault(FaultKind Kind, string Detail)
{
    public const int MaxDetailLength = 300;

    // Class 08: the connection; 53: no room for one more; 57P: the server stops or starts.
    private static readonly string[] GoneStates = ["08", "53", "57P"];

    public static Fault Of(Exception exception) => InDatabase(exception) switch
    {
        PostgresException e when GoneStates.Any(state => e.SqlState.StartsWith(state, StringComparison.Ordinal)) => new(FaultKind.DatabaseGone, e.SqlState),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } e => new(FaultKind.TooSlow, e.SqlState),
        PostgresException { ConstraintName: { } rule } e => new(FaultKind.RuleOfDatabase, Cut($"{e.SqlState} {rule}")),
        PostgresException e => new(FaultKind.Program, e.SqlState),
        { InnerException: TimeoutException } => new(FaultKind.TooSlow, nameof(TimeoutException)),
        { } e => new(FaultKind.DatabaseGone, Cut(e.GetBaseException().GetType().Name)),
        null => new(exception is IOException or UnauthorizedAccessException ? FaultKind.Disk : FaultKind.Program, Cut(exception.GetType().Name)),
    };

    /// <summary>What the driver said, however deep it is wrapped.</summary>
    private static NpgsqlException? InDatabase(Exception? exception) =>
        exception is null or NpgsqlException ? exception as NpgsqlException : InDatabase(exception.InnerException);

    private static string Cut(string text) => text.Length <= MaxDetailLength ? text : text[..MaxDetailLength];
}
