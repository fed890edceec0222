using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>
/// The rows of a removed part as the database itself writes and reads them: every column with its very value, those that a later version of the hub
/// adds too. A key of the object is the name of a table.
/// </summary>
internal static class RemovedRows
{
    public static Task<string> OfCommitmentAsync(HubDbContext db, Guid id, CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""
        select jsonb_build_object(
            'commitments', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from commitments c where c.id = {id}),
            'commitment_actors', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from commitment_actors a where a.commitment_id = {id}),
            'commitment_values', (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from commitment_values v where v.commitment_id = {id}),
            'commitment_links', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from commitment_links l where l.commitment_id = {id}),
            'commitment_actions', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from commitment_actions a where a.commitment_id = {id}),
            'activities', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from activities a where a.commitment_id = {id}))::text as "Value"
        """).SingleAsync(ct);

    public static Task<string> OfActionAsync(HubDbContext db, Guid id, CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""
        select jsonb_build_object(
            'commitment_actions', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from commitment_actions a where a.id = {id}),
            'activities', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from activities a where a.action_id = {id}))::text as "Value"
        """).SingleAsync(ct);

    public static Task<string> OfActivityAsync(HubDbContext db, Guid id, CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""
        select jsonb_build_object('activities', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from activities a where a.id = {id}))::text as "Value"
        """).SingleAsync(ct);

    /// <summary>Puts all rows back: parents before their children.</summary>
    public static async Task InsertAsync(HubDbContext db, string rows, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into commitments select * from jsonb_populate_recordset(null::commitments, {rows}::jsonb -> 'commitments')", ct);
        await db.Database.ExecuteSqlAsync(
            $"insert into commitment_actors select * from jsonb_populate_recordset(null::commitment_actors, {rows}::jsonb -> 'commitment_actors')", ct);
        await db.Database.ExecuteSqlAsync(
            $"insert into commitment_values select * from jsonb_populate_recordset(null::commitment_values, {rows}::jsonb -> 'commitment_values')", ct);
        await db.Database.ExecuteSqlAsync(
            $"insert into commitment_links select * from jsonb_populate_recordset(null::commitment_links, {rows}::jsonb -> 'commitment_links')", ct);
        await db.Database.ExecuteSqlAsync(
            $"insert into commitment_actions select * from jsonb_populate_recordset(null::commitment_actions, {rows}::jsonb -> 'commitment_actions')", ct);
        await db.Database.ExecuteSqlAsync($"insert into activities select * from jsonb_populate_recordset(null::activities, {rows}::jsonb -> 'activities')", ct);
    }

    /// <summary>The rows and, beside them, what the siblings weighed before.</summary>
    public static string With(string rows, IReadOnlyDictionary<Guid, int> weights)
    {
        var content = JsonNode.Parse(rows)!.AsObject();
        content["weights"] = JsonSerializer.SerializeToNode(weights);
        return content.ToJsonString();
    }

    public static string TitleIn(string rows)
    {
        var commitment = JsonNode.Parse(rows)!["commitments"]![0]!;
        return (string?)commitment["short_title"] ?? (string)commitment["title"]!;
    }

    public static IReadOnlyDictionary<Guid, int> WeightsIn(JsonObject content) => content["weights"].Deserialize<Dictionary<Guid, int>>() ?? [];
}
