using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>The exports of an OpenTelemetry that listens to the SDK by name, and to nothing else unless a test adds it.</summary>
public sealed class ExportedTelemetry : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly TracerProvider _traces;
    private readonly MeterProvider _meters;

    public ExportedTelemetry(Action<TracerProviderBuilder>? configure = null)
    {
        var traces = Sdk.CreateTracerProviderBuilder().AddSource(Agnt5Telemetry.ActivitySourceName);
        configure?.Invoke(traces);
        _traces = traces.AddInMemoryExporter(_spans).Build();
        _meters = Sdk.CreateMeterProviderBuilder().AddMeter(Agnt5Telemetry.MeterName).AddInMemoryExporter(_metrics).Build();
    }

    /// <summary>The spans that have ended, in that order.</summary>
    public IReadOnlyList<Activity> Spans => _spans;

    public IEnumerable<string> Names => _spans.Select(static span => span.DisplayName);

    public Activity Span(string name) => Assert.Single(_spans, span => span.DisplayName == name);

    public IReadOnlyList<MetricSnapshot> Metrics()
    {
        _metrics.Clear();
        Assert.True(_meters.ForceFlush());
        return _metrics;
    }

    public MetricSnapshot Metric(string name) => Assert.Single(Metrics(), metric => metric.Name == name);

    /// <summary>An instrument's sums by their tags, such as <c>completed traced_call function</c>.</summary>
    public Dictionary<string, long> Sums(string name) =>
        Metric(name).MetricPoints.ToDictionary(static point => string.Join(' ', Tags(point).Values), point => point.GetSumLong());

    public static SortedDictionary<string, object?> Tags(MetricPoint point)
    {
        var tags = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in point.Tags)
            tags.Add(key, value);
        return tags;
    }

    public void Dispose()
    {
        _traces.Dispose();
        _meters.Dispose();
    }
}
