namespace OpenStateHub.Core.Archives;

/// <summary>What a trigger is of, in the numbers of PostgreSQL's own catalogue (<c>pg_trigger.tgtype</c>).</summary>
internal static class ArchiveEvents
{
    public const int Inserting = 4, Deleting = 8;
}
