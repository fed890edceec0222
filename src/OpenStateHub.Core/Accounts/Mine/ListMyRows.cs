using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Mine;

/// <summary>Everything that names a person at this place, as it is kept: by their account or by their address. Secrets are left out.</summary>
public sealed class ListMyRows(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(Person person, CancellationToken ct) =>
        db.Database
            .SqlQuery<Row>($"""select source as "Source", content::text as "Content", is_act as "IsAct" from app.rows_about({person.Id}, {person.Email})""")
            .ToListAsync(ct);

    public sealed class Row
    {
        /// <summary>The table.</summary>
        public required string Source { get; init; }

        /// <summary>The row as JSON.</summary>
        public required string Content { get; init; }

        /// <summary>What the person did for their office: it stays when they leave.</summary>
        public required bool IsAct { get; init; }
    }
}
