namespace OpenStateHub.Core.Archives;

/// <summary>Ends an export, an import or an erasure with one sentence for the operator. Nothing half done is left behind.</summary>
public sealed class ArchiveException(string message) : Exception(message);
