using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Database;

/// <summary>How C# names and types stand in the database: snake_case, enums as text, our own id types as uuid.</summary>
internal static class Conventions
{
    public static void UseHubConventions(this ModelConfigurationBuilder builder)
    {
        builder.Properties<Enum>().HaveConversion<string>();
        builder.Properties<TenantId>().HaveConversion<TenantIdConverter>();
    }

    /// <summary>Tables are named after their set, columns after their property. Runs last, so that mappings may name what differs.</summary>
    public static void UseSnakeCaseNames(this ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
            {
                entity.SetTableName(SnakeCase(table));
            }

            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.GetColumnName()));

                // An id is made in C#: EF must not take a child with an id for a row that is already there.
                if (property.IsPrimaryKey())
                {
                    property.ValueGenerated = ValueGenerated.Never;
                }
            }
        }
    }

    public static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private sealed class TenantIdConverter() : ValueConverter<TenantId, Guid>(id => id.Value, value => new TenantId(value));
}
