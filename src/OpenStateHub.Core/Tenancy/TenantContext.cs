namespace OpenStateHub.Core.Tenancy;

/// <summary>The tenant that this scope works for. Entered once, by the host name of the request or by the worker that took the work.</summary>
public sealed class TenantContext
{
    private Tenant? current;

    /// <summary>Throws when read before a tenant was entered: code that needs a tenant must not run without one.</summary>
    public Tenant Current => current ?? throw new InvalidOperationException("No tenant was entered in this scope.");

    public TenantId? IdOrNull => current?.Id;

    public void Enter(Tenant tenant)
    {
        if (current is not null)
        {
            throw new InvalidOperationException("A scope works for one tenant, and this one already has it.");
        }

        current = tenant;
    }
}
