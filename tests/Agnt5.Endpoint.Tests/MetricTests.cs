using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>The metrics behind dashboards and alerts, exported by OpenTelemetry.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class MetricTests
{
    private static string Invoke(string workflow, string input, string checkpoint = "null", string budget = "null") =>
        $$"""{"component_type":"workflow","component_name":"{{workflow}}","run_id":"run-8","input":{{input}},"checkpoint":{{checkpoint}},"budget":{{budget}}}""";

    private const string Call = """{"component_type":"function","component_name":"traced_call","run_id":"run-8"}""";
    private const string Card = """{"card":"4242"}""";

    [Fact]
    public async Task A_run_of_two_slices_counts_each_step_once_as_executed_and_once_as_replayed()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        var first = await endpoint.InvokeAsync(Invoke("traced_order", Card));
        await endpoint.InvokeAsync(Invoke("traced_order", Card, """{"steps":{"hold":"held 4","cool_down":1000}}"""));

        first.MustBe("suspended");
        Assert.Equal(new() { ["traced_order workflow completed"] = 1, ["traced_order workflow suspended"] = 1 }, telemetry.Sums("agnt5.invocations"));
        Assert.Equal(new() { ["traced_order workflow timer"] = 1 }, telemetry.Sums("agnt5.suspensions"));
        Assert.Equal(new() { ["traced_order workflow completed"] = 2 }, telemetry.Sums("agnt5.steps.executed"));
        Assert.Equal(new() { ["traced_order workflow"] = 1 }, telemetry.Sums("agnt5.steps.replayed"));
    }

    [Fact]
    public async Task Failed_attempts_are_told_apart_from_those_that_were_tried_again()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Invoke("traced_retries", """{"failures":9,"waitMs":1}"""));

        Assert.Equal(new() { ["traced_retries workflow retried"] = 2, ["traced_retries workflow failed"] = 1 }, telemetry.Sums("agnt5.steps.executed"));
        Assert.Equal(new() { ["traced_retries workflow failed"] = 1 }, telemetry.Sums("agnt5.invocations"));
    }

    [Theory]
    [InlineData("budget", "budget")]
    [InlineData("batch of customer 4711", "other")]
    public async Task A_text_of_the_workflows_own_does_not_become_a_time_series(string reason, string tag)
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Invoke("traced_yield", $$"""{"reason":"{{reason}}"}""", budget: """{"deadline_ms":1000}"""));

        Assert.Equal(new() { [$"traced_yield workflow {tag}"] = 1 }, telemetry.Sums("agnt5.suspensions"));
    }

    [Fact]
    public async Task Body_sizes_are_measured_in_both_directions()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Call);

        var sizes = telemetry.Metric("agnt5.payload.size").MetricPoints.ToDictionary(
            static point => (string)ExportedTelemetry.Tags(point)["agnt5.payload.direction"]!, static point => point.GetHistogramSum());
        Assert.Equal(new() { ["request"] = Call.Length, ["response"] = answer.Text.Length }, sizes);
    }

    [Fact]
    public async Task Payloads_by_reference_are_measured_too()
    {
        var input = """{"name":"Ada"}"""u8.ToArray();
        using var telemetry = new ExportedTelemetry();
        await using var source = await StoreStub.ServingAsync(input);
        var (sink, stored) = await StoreStub.TakingAsync();
        await using var destination = sink;
        await using var endpoint = await TestEndpoint.StartAsync(PayloadInvoke.AllowLoopback);

        await endpoint.InvokeAsync(PayloadInvoke.Body("workflow", "hello", PayloadInvoke.InputRef(source.Url(), input), PayloadInvoke.OutputUpload(sink.Url())));

        var sizes = telemetry.Metric("agnt5.payload.size").MetricPoints.ToDictionary(
            static point => (string)ExportedTelemetry.Tags(point)["agnt5.payload.direction"]!, static point => point.GetHistogramSum());
        Assert.Equal((input.Length, stored()!.Length), (sizes["input_ref"], sizes["output_ref"]));
    }

    [Fact]
    public async Task Dashboards_find_the_units_that_OpenTelemetry_prescribes_and_buckets_that_fit_them()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Invoke("traced_order", Card));
        await endpoint.InvokeAsync(Invoke("traced_order", Card, """{"steps":{"hold":"held 4","cool_down":1000}}"""));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["agnt5.invocations"] = "{invocation}", ["agnt5.invocation.duration"] = "s", ["agnt5.suspensions"] = "{suspension}", ["agnt5.steps.executed"] = "{step}",
                ["agnt5.steps.replayed"] = "{step}", ["agnt5.step.duration"] = "s", ["agnt5.payload.size"] = "By",
            },
            telemetry.Metrics().ToDictionary(static metric => metric.Name, static metric => metric.Unit));
        foreach (var bucket in telemetry.Metric("agnt5.step.duration").MetricPoints[0].GetHistogramBuckets())
        {
            Assert.Equal(0.005, bucket.ExplicitBound);
            break;
        }
    }

    [Fact]
    public async Task No_measurement_carries_a_runs_id()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Invoke("traced_order", Card));
        await endpoint.InvokeAsync(Call);

        var tags = telemetry.Metrics().SelectMany(static metric => metric.MetricPoints).SelectMany(ExportedTelemetry.Tags);
        Assert.NotEmpty(tags);
        Assert.DoesNotContain(tags, static tag => $"{tag.Value}".Contains("run-8", StringComparison.Ordinal));
    }
}
