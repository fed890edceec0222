using System.Diagnostics.Metrics;
using Npgsql;
using OpenStateHub.Core.Jobs;

namespace OpenStateHub.Web.Telemetry;

/// <summary>What nobody else measures: requests, connections and the length of jobs come from ASP.NET Core, Npgsql and Quartz themselves.</summary>
public sealed class HubMeters
{
    public const string Name = "OpenStateHub";

    private readonly NpgsqlDataSource source;
    private readonly Counter<long> places;
    private readonly Counter<long> pages;

    public HubMeters(IMeterFactory factory, NpgsqlDataSource source)
    {
        this.source = source;
        var meter = factory.Create(Name);
        places = meter.CreateCounter<long>("hub.job.places", "{place}", "Places that jobs went through, by job and result.");
        pages = meter.CreateCounter<long>("hub.page_cache.requests", "{request}", "Requests for pages that may be kept, by hit or miss.");
        meter.CreateObservableGauge("hub.work.due", () => Count("select kind, count(*) from work_due where due_at <= now() group by kind"),
            "{place}", "Places whose work is due, by kind of work; letters are one of them.");
        meter.CreateObservableGauge("hub.work.failing", () => Count("select kind, count(*) from work_due where failing_since is not null group by kind"),
            "{place}", "Places whose work failed and is tried again, by kind.");
    }

    public void JobEnded(JobRun run)
    {
        places.Add(run.Done, new("job", run.Job), new("result", "done"));
        places.Add(run.Failed, new("job", run.Job), new("result", "failed"));
    }

    public void PageServed(bool fromCache) => pages.Add(1, new KeyValuePair<string, object?>("result", fromCache ? "hit" : "miss"));

    /// <summary>Asked only when metrics are collected. A kind without a row has nothing to count.</summary>
    private List<Measurement<long>> Count(string sql)
    {
        using var command = source.CreateCommand(sql);
        using var reader = command.ExecuteReader();
        var found = new List<Measurement<long>>();

        while (reader.Read())
        {
            found.Add(new Measurement<long>(reader.GetInt64(1), new KeyValuePair<string, object?>("kind", reader.GetString(0))));
        }

        return found;
    }
}
