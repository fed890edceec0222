using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Database;

/// <summary>The sets of all features. What a scope may see of them is decided in the database, by row-level security.</summary>
public sealed class HubDbContext(DbContextOptions<HubDbContext> options) : DbContext(options)
{
    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<DatedName> DatedNames => Set<DatedName>();
    public DbSet<WorkDue> WorkDue => Set<WorkDue>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseHubConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HubDbContext).Assembly);
        modelBuilder.UseSnakeCaseNames();
    }
}
