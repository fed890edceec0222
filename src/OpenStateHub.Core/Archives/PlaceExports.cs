using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>The archives of a place as an operator of the hub asks for them: among the place's own rows. In the national scope.</summary>
public sealed class PlaceExports(HubDbContext db, OperateOn operate)
{
    public Task<IReadOnlyList<ListExports.Row>> ExecuteAsync(Tenant place, CancellationToken ct) =>
        ThereAsync(place, there => there.GetRequiredService<ListExports>().ExecuteAsync(ct), ct);

    public Task<Refusal?> AskAsync(Tenant place, CancellationToken ct) =>
        ThereAsync(place, there => there.GetRequiredService<AskForExport>().ExecuteAsync(by: null, ct), ct);

    public Task<string?> FileAsync(Tenant place, Guid id, CancellationToken ct) =>
        ThereAsync(place, there => there.GetRequiredService<ListExports>().FileAsync(id, ct), ct);

    private async Task<T> ThereAsync<T>(Tenant place, Func<IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var result = await operate.RunAsync(place, work, ct);
        await transaction.CommitAsync(ct);
        return result;
    }
}
