using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Quartz.Diagnostics;

namespace OpenStateHub.Web.Telemetry;

/// <summary>Sends traces and metrics to a collector by OTLP, for as long as the process runs. Off unless OTEL_EXPORTER_OTLP_ENDPOINT says where to.</summary>
/// <remarks>The other OTEL_ variables hold as their standard says: protocol, headers, interval, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES.</remarks>
public sealed class Exports : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly MeterProvider metrics;
    private readonly TracerProvider traces;

    /// <param name="meters">Made here, so that its gauges are there from the first collection on.</param>
    public Exports(HubMeters meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var resource = ResourceBuilder.CreateEmpty().AddService("openstatehub", autoGenerateServiceInstanceId: true).AddTelemetrySdk().AddEnvironmentVariableDetector();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(HubMeters.Name, QuartzInstrumentation.MeterName, "Microsoft.AspNetCore.*", "Npgsql", "System.Runtime")
            .AddOtlpExporter()
            .Build();
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Traces.Name, "Microsoft.AspNetCore", "Npgsql")
            .SetSampler(new ParentBasedSampler(new NoLoneQueries()))
            .AddProcessor<WithoutSecrets>()
            .AddOtlpExporter()
            .Build();
    }

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HubMeters>();

        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            // Without it a request's trace says neither its route nor its status.
            AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
            builder.Services.AddHostedService<Exports>();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    /// <summary>A query belongs to a request or to a piece of work. Alone it is a look at a queue, and there are many of those.</summary>
    private sealed class NoLoneQueries : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            new(samplingParameters.Kind is ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
    }

    /// <summary>Links that sign somebody in have their secret in the address, and none leaves the process: a request is known by its route.</summary>
    private sealed class WithoutSecrets : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            data.SetTag("url.query", null);

            if (data.GetTagItem("url.path") is string path && path.StartsWith("/cuenta/", StringComparison.Ordinal))
            {
                data.SetTag("url.path", data.GetTagItem("http.route"));
            }
        }
    }
}
