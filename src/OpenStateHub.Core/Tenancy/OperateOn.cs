using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>
/// The one way across the wall: does something among the rows of another place, in the transaction that the caller began. What both sides changed
/// stands together or not at all, whoever is killed between. Who may use it stands on a short list that a test keeps.
/// </summary>
public sealed class OperateOn(HubDbContext db, TenantContext tenant, IServiceScopeFactory scopes)
{
    private const string Before = "before_operating";

    /// <param name="work">Gets a fresh scope that works for that place. A command in there joins the transaction and begins none of its own.</param>
    /// <remarks>Where it throws, nothing of it is left, and the caller's transaction goes on as it was before.</remarks>
    public async Task<T> RunAsync<T>(Tenant place, Func<IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Across the wall only inside a transaction: begin one first.");

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(place);
        var there = scope.ServiceProvider.GetRequiredService<HubDbContext>().Database;
        there.SetDbConnection(db.Database.GetDbConnection(), contextOwnsConnection: false);
        await there.UseTransactionAsync(transaction.GetDbTransaction(), ct);
        await transaction.CreateSavepointAsync(Before, ct);

        try
        {
            await EnterAsync(place.Id, ct);
            var result = await work(scope.ServiceProvider);
            await EnterAsync(tenant.Current.Id, ct);

            // Or else a failure of whoever went across before this one would be rolled back only as far as here.
            await transaction.ReleaseSavepointAsync(Before, ct);
            return result;
        }
        catch
        {
            // Takes back the tenant too: the setting is the transaction's, and goes with what is rolled back.
            await transaction.RollbackToSavepointAsync(Before, CancellationToken.None);
            throw;
        }
    }

    // What a deferred rule has to look at belongs to the place that is left: it looks before the leaving.
    private Task<int> EnterAsync(TenantId place, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"set constraints all immediate; set constraints all deferred; select set_config('app.tenant_id', {place.Value.ToString()}, true)", ct);
}
