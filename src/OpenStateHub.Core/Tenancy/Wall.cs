using Npgsql;

namespace OpenStateHub.Core.Tenancy;

/// <summary>The conditions under which row-level security really is a wall. The site refuses to start without them.</summary>
public static class Wall
{
    /// <summary>Both options leave the tenant of one request set on the connection of the next (measured).</summary>
    public static void RefuseLeakyConnectionString(string connectionString)
    {
        var options = new NpgsqlConnectionStringBuilder(connectionString);

        if (options.NoResetOnClose || options.Multiplexing)
        {
            throw new WallException("The connection string sets 'No Reset On Close' or 'Multiplexing': a connection would carry one tenant into another's request.");
        }
    }

    /// <summary>Throws where the role of the site could see through or take down row-level security.</summary>
    public static async Task RefuseMightyRoleAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select current_user,
                   exists (select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)),
                   exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls or r.rolname = 'hub_owner')
                                                    and pg_has_role(current_user, r.oid, 'member') and r.rolname <> current_user),
                   exists (select from pg_class where relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm', 'S'))
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var role = reader.GetString(0);

        if (reader.GetBoolean(1))
        {
            throw new WallException($"The role {role} is a superuser or bypasses row-level security: serve the site as hub_app.");
        }

        if (reader.GetBoolean(2))
        {
            throw new WallException($"The role {role} may become one that goes around row-level security: serve the site as hub_app.");
        }

        if (reader.GetBoolean(3))
        {
            throw new WallException($"The role {role} owns tables and could drop their policies: serve the site as hub_app.");
        }
    }
}

/// <summary>The site would run without its wall between tenants, so it does not run.</summary>
public sealed class WallException(string message) : Exception(message);
