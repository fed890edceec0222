using System.Diagnostics;

namespace OpenStateHub.Web.Telemetry;

/// <summary>The traces of what no request began.</summary>
public static class Traces
{
    public const string Name = "OpenStateHub";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Also where nobody collects traces: the log and the operator's page refer to a failure by its trace.</summary>
    public static Activity Start(string what) => Source.StartActivity(what) ?? new Activity(what).Start();
}
