using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web;

/// <summary>What is true of this installation and no tenant decides, in memory, because every page says it.</summary>
/// <remarks>HUB_OPERATOR: who runs the installation.</remarks>
public sealed class SiteFacts(IServiceScopeFactory scopes, IConfiguration configuration)
{
    /// <summary>The data are invented where no source gives them: every page says so.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>Null where nobody said.</summary>
    public string? Operator { get; } = configuration["HUB_OPERATOR"];

    public async Task LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var installation = await scope.ServiceProvider.GetRequiredService<HubDbContext>().Installation.AsNoTracking().SingleAsync(ct);
        IsDemonstration = installation.Demonstration is DemonstrationState.Complete;
    }
}
