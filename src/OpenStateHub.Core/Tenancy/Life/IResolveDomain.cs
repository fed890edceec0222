namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>Asks the domain name system, where the process ends.</summary>
public interface IResolveDomain
{
    /// <param name="name">A whole name, in ASCII.</param>
    /// <returns>The TXT records at the name, none where there are none; null where no server answered.</returns>
    Task<IReadOnlyList<string>?> TextsAsync(string name, CancellationToken ct);
}
