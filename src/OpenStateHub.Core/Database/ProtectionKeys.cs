using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace OpenStateHub.Core.Database;

/// <summary>The keys that cookies, forms and links are protected with, in the database, so that every node reads the same ones.</summary>
public sealed class ProtectionKeys(NpgsqlDataSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("select xml from protection_keys order by created_at, name");
        using var reader = command.ExecuteReader();
        var found = new List<XElement>();
        while (reader.Read())
        {
            found.Add(XElement.Parse(reader.GetString(0)));
        }

        return found;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = source.CreateCommand("insert into protection_keys (name, xml) values (@name, @xml)");
        command.Parameters.AddWithValue("name", friendlyName);
        command.Parameters.AddWithValue("xml", element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
