using System.Collections.Concurrent;
using System.Diagnostics;
using Agnt5.Lambda.Events;
using Agnt5.Lambda.Tests.Emulation;

namespace Agnt5.Lambda.Tests;

/// <summary>A run's spans are in the trace of whoever called, and else in that of X-Ray.</summary>
public sealed class TraceTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";
    private const string XRay = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a87bd80c:0";
    private const string TraceOfXRay = "5759e988bd862e3fe1be46a994272793";
    private const string OwnTrace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_run_continues_the_trace_of_XRay() => Assert.Equal($"{TraceOfXRay} 53995c3f42cd8ad8", await ParentOfRunAsync(PlayedRequest.Invoke(Hello)));

    [Fact]
    public async Task The_trace_of_the_caller_wins_over_that_of_XRay()
    {
        var request = PlayedRequest.Invoke(Hello).With("traceparent", $"00-{OwnTrace}-b7ad6b7169203331-01");

        Assert.Equal($"{OwnTrace} b7ad6b7169203331", await ParentOfRunAsync(request));
    }

    [Theory]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1", "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01")]
    [InlineData("Sampled=0; Parent=53995C3F42CD8AD8; Root=1-5759e988-bd862e3fe1be46a994272793", "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793", null)]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279;Parent=53995c3f42cd8ad8", null)]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279x;Parent=53995c3f42cd8ad8", null)]
    [InlineData("Parent=53995c3f42cd8ad8;Sampled=1", null)]
    [InlineData("", null)]
    public void What_is_no_whole_header_of_XRay_becomes_no_trace(string xray, string? expected) => Assert.Equal(expected, TraceHeader.ToTraceParent(xray));

    private static async Task<string> ParentOfRunAsync(PlayedRequest request)
    {
        var parents = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Agnt5Telemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => parents.Enqueue($"{activity.TraceId} {activity.ParentSpanId}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var function = await TestFunction.StartAsync();

        await function.Aws.InvokeAsync(EventShape.Wrap(EventShape.FunctionUrl, request), trace: XRay);

        // Other tests run beside this one, without a trace.
        return parents.Single(static parent => parent.StartsWith(TraceOfXRay, StringComparison.Ordinal) || parent.StartsWith(OwnTrace, StringComparison.Ordinal));
    }
}
