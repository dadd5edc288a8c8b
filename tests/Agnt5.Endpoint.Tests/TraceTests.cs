using System.Diagnostics;
using System.Reflection;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Agnt5.Endpoint.Tests;

/// <summary>The traces of slices and steps, exported by OpenTelemetry.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class TraceTests
{
    private const string RunTrace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string RunParent = $"00-{RunTrace}-00f067aa0ba902b7-01";

    private static string Invoke(string workflow, string input, string checkpoint = "null", string metadata = "{}", string budget = "null") =>
        $$"""{"component_type":"workflow","component_name":"{{workflow}}","run_id":"run-7","attempt":2,"input":{{input}},"checkpoint":{{checkpoint}},"metadata":{{metadata}},"budget":{{budget}}}""";

    private static string Order(string checkpoint = "null", string metadata = "{}") => Invoke("traced_order", """{"card":"4242-secret"}""", checkpoint, metadata);

    private static string Call(string metadata = "{}", string name = "traced_call") =>
        $$"""{"component_type":"function","component_name":"{{name}}","run_id":"run-7","input":{"name":"Ada"},"metadata":{{metadata}}}""";

    private static string Budget(int milliseconds) =>
        $$"""{"deadline_ms":{{DateTimeOffset.UtcNow.AddMilliseconds(milliseconds).ToUnixTimeMilliseconds()}},"yield_before_timeout_ms":0}""";

    [Fact]
    public async Task A_slice_and_the_steps_that_it_ran_are_one_trace_that_says_which_run_and_how_it_ended()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Order());

        Assert.Equal(["step hold", "workflow traced_order"], telemetry.Names);
        var (slice, step) = (telemetry.Span("workflow traced_order"), telemetry.Span("step hold"));
        Assert.Equal((slice.TraceId, slice.SpanId, ActivityKind.Internal), (step.TraceId, step.ParentSpanId, step.Kind));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["agnt5.run_id"] = "run-7", ["agnt5.component"] = "traced_order", ["agnt5.component_type"] = "workflow", ["agnt5.attempt"] = 2,
                ["agnt5.outcome"] = "suspended", ["agnt5.suspension.reason"] = "timer",
            },
            slice.TagObjects.ToDictionary());
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["agnt5.run_id"] = "run-7", ["agnt5.component"] = "traced_order", ["agnt5.step"] = "hold", ["agnt5.step.attempt"] = 1, ["agnt5.outcome"] = "completed",
            },
            step.TagObjects.ToDictionary());
        Assert.Equal((ActivityStatusCode.Unset, ActivityStatusCode.Unset), (slice.Status, step.Status));
    }

    [Fact]
    public async Task A_replayed_step_is_not_shown_as_if_it_had_run_again()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Order("""{"steps":{"hold":"held 11","cool_down":1000}}"""))).MustComplete("\"held 11\"");

        Assert.Equal(["step capture", "workflow traced_order"], telemetry.Names);
        Assert.Equal("capture:main", telemetry.Span("step capture").GetTagItem("agnt5.step"));
        Assert.Equal("completed", telemetry.Span("workflow traced_order").GetTagItem("agnt5.outcome"));
    }

    [Fact]
    public async Task Each_attempt_of_a_failing_step_is_shown_with_what_it_threw_until_the_one_that_succeeded()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Invoke("traced_retries", """{"failures":2,"waitMs":1}"""))).MustComplete("3");

        var attempts = telemetry.Spans.Where(static span => span.DisplayName == "step flaky").ToList();
        Assert.Equal([(1, "retried"), (2, "retried"), (3, "completed")], attempts.Select(static span => ((int)span.GetTagItem("agnt5.step.attempt")!, (string)span.GetTagItem("agnt5.outcome")!)));
        Assert.Equal((ActivityStatusCode.Error, "System.TimeoutException"), (attempts[0].Status, attempts[0].GetTagItem("error.type")));
        var thrown = Assert.Single(attempts[0].Events);
        Assert.Equal("exception", thrown.Name);
        Assert.Equal("bank is silent", thrown.Tags.ToDictionary()["exception.message"]);
        Assert.Equal("System.TimeoutException", thrown.Tags.ToDictionary()["exception.type"]);
        Assert.Equal(ActivityStatusCode.Unset, attempts[2].Status);
    }

    [Fact]
    public async Task A_retry_that_outlived_its_slice_is_shown_in_the_slice_that_ran_it_and_with_its_true_number()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();
        const string Pending = """{"steps":{"agnt5:retry:late":{"attempt":1,"ready_at_ms":1000} } }""";

        (await endpoint.InvokeAsync(Invoke("traced_late_retry", "{}", Pending))).MustComplete("\"flows\"");

        var (slice, step) = (telemetry.Span("workflow traced_late_retry"), telemetry.Span("step late"));
        Assert.Equal((slice.SpanId, 2), (step.ParentSpanId, step.GetTagItem("agnt5.step.attempt")));
    }

    [Fact]
    public async Task A_failed_run_is_found_by_its_error_code_and_by_the_type_of_what_the_step_threw()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Invoke("traced_retries", """{"failures":9,"waitMs":1}"""));
        await endpoint.InvokeAsync(Call(name: "traced_refusal"));

        foreach (var slice in new[] { telemetry.Span("workflow traced_retries"), telemetry.Span("function traced_refusal") })
        {
            Assert.Equal((ActivityStatusCode.Error, "WORKERLESS_HANDLER_ERROR"), (slice.Status, slice.StatusDescription));
            Assert.Equal(("failed", "WORKERLESS_HANDLER_ERROR"), (slice.GetTagItem("agnt5.outcome"), slice.GetTagItem("agnt5.error.code")));
            Assert.Equal("System.TimeoutException", slice.GetTagItem("error.type"));
            Assert.Equal("exception", Assert.Single(slice.Events).Name);
        }

        Assert.Equal("failed", telemetry.Spans.Last(static span => span.DisplayName == "step flaky").GetTagItem("agnt5.outcome"));
    }

    [Fact]
    public async Task A_slice_whose_output_could_not_be_stored_is_shown_as_failed()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(PayloadInvoke.Body("function", "traced_call", outputUpload: PayloadInvoke.OutputUpload("https://store.example/o?sig=s3cr3t", """{"expires_at_ms":1000}""")));

        var slice = telemetry.Span("function traced_call");
        Assert.Equal(("failed", "WORKERLESS_OUTPUT_REF_EXPIRED"), (slice.GetTagItem("agnt5.outcome"), slice.GetTagItem("agnt5.error.code")));
    }

    [Fact]
    public async Task A_refused_input_is_not_copied_into_the_trace()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Invoke("traced_retries", """{"failures":"4242-secret","waitMs":1}"""))).MustBe(System.Net.HttpStatusCode.OK, "WORKERLESS_INPUT_INVALID");

        var slice = Assert.Single(telemetry.Spans);
        Assert.Equal("WORKERLESS_INPUT_INVALID", slice.GetTagItem("agnt5.error.code"));
        Assert.Empty(slice.Events);
        Assert.DoesNotContain(slice.TagObjects, static tag => $"{tag.Value}".Contains("4242", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_that_the_deadline_cut_off_is_shown_as_cut_and_not_as_an_error(bool looksAtItsToken)
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Invoke("traced_patience", looksAtItsToken ? """{"looksAtItsToken":true}""" : """{"looksAtItsToken":false}""", budget: Budget(700)));

        Assert.Equal(["step quick", "step slow", "workflow traced_patience"], telemetry.Names);
        Assert.Equal(("cut", ActivityStatusCode.Unset), (telemetry.Span("step slow").GetTagItem("agnt5.outcome"), telemetry.Span("step slow").Status));
        Assert.Equal("budget", telemetry.Span("workflow traced_patience").GetTagItem("agnt5.suspension.reason"));
    }

    [Fact]
    public async Task What_a_library_emits_hangs_below_the_step_that_called_it_also_when_steps_run_at_the_same_time()
    {
        using var telemetry = new ExportedTelemetry(static traces => traces.AddSource("Test.Library"));
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(Invoke("traced_branches", "{}"));

        var body = string.Join(',', Enumerable.Repeat("\"workflow traced_branches\"", 5));
        answer.MustComplete($$"""{"inTheBody":[{{body}}],"inTheSteps":["step left","step right"]}""");
        Assert.All(["left", "right"], name => Assert.Equal(telemetry.Span($"step {name}").SpanId, telemetry.Span($"inside {name}").ParentSpanId));
        Assert.All(["left", "right"], name => Assert.Equal(telemetry.Span("workflow traced_branches").SpanId, telemetry.Span($"step {name}").ParentSpanId));
    }

    [Fact]
    public async Task All_slices_of_a_run_are_in_the_trace_that_started_it()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();
        const string Metadata = $$"""{"traceparent":"{{RunParent}}","tracestate":"vendor=1"}""";

        var first = await endpoint.InvokeAsync(Order(metadata: Metadata));
        await endpoint.InvokeAsync(Order(first.Json["checkpoint"]!.ToJsonString(), Metadata));

        var slices = telemetry.Spans.Where(static span => span.DisplayName == "workflow traced_order").ToList();
        Assert.Equal(2, slices.Count);
        Assert.All(slices, static slice => Assert.Equal(
            (RunTrace, "00f067aa0ba902b7", "vendor=1", ActivityKind.Server), (slice.TraceId.ToHexString(), slice.ParentSpanId.ToHexString(), slice.TraceStateString, slice.Kind)));
        Assert.Equal(RunTrace, telemetry.Span("step hold").TraceId.ToHexString());
    }

    [Fact]
    public async Task A_run_with_a_trace_of_its_own_leads_to_the_request_of_the_web_server_by_a_link()
    {
        using var telemetry = new ExportedTelemetry(static traces => traces.AddSource("Microsoft.AspNetCore"));
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Call($$"""{"traceparent":"{{RunParent}}"}"""));

        var slice = telemetry.Span("function traced_call");
        Assert.Equal(RunTrace, slice.TraceId.ToHexString());
        var link = Assert.Single(slice.Links).Context;
        Assert.NotEqual(RunTrace, link.TraceId.ToHexString());
        Assert.Equal(ActivityKind.Server, slice.Kind);
    }

    [Fact]
    public async Task A_slice_is_part_of_the_request_that_the_web_server_shows()
    {
        using var telemetry = new ExportedTelemetry(static traces => traces.AddSource("Microsoft.AspNetCore"));
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Call());
        await endpoint.StopAsync();

        var slice = telemetry.Span("function traced_call");
        var request = Assert.Single(telemetry.Spans, static span => span.Source.Name == "Microsoft.AspNetCore");
        Assert.Equal((request.TraceId, request.SpanId, ActivityKind.Internal), (slice.TraceId, slice.ParentSpanId, slice.Kind));
        Assert.Empty(slice.Links);
    }

    [Fact]
    public async Task Without_spans_of_the_web_server_the_caller_is_the_parent_and_no_span_is_missing_between_them()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();
        using var request = new SignedInvoke(Call(), TestEndpoint.Secret).ToRequest();
        request.Headers.Add("traceparent", RunParent);

        (await Answer.ReadAsync(await endpoint.Client.SendAsync(request))).MustComplete("\"hello Ada\"");

        var slice = telemetry.Span("function traced_call");
        Assert.Equal((RunTrace, "00f067aa0ba902b7", ActivityKind.Server), (slice.TraceId.ToHexString(), slice.ParentSpanId.ToHexString(), slice.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01")]
    [InlineData("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01")]
    [InlineData("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more")]
    [InlineData("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more")]
    [InlineData("0-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7")]
    public async Task A_malformed_traceparent_costs_neither_the_run_nor_its_trace(string traceparent)
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Call($$"""{"traceparent":"{{traceparent}}"}"""))).MustComplete("\"hello Ada\"");

        var slice = telemetry.Span("function traced_call");
        Assert.True(slice.Recorded);
        Assert.Equal((default, ActivityKind.Server), (slice.ParentSpanId, slice.Kind));
    }

    [Theory]
    [InlineData("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes-later")]
    [InlineData("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-")]
    public async Task A_traceparent_of_a_later_version_is_read_as_far_as_it_is_known(string traceparent)
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Call($$"""{"traceparent":"{{traceparent}}"}"""));

        var slice = telemetry.Span("function traced_call");
        Assert.Equal((RunTrace, "00f067aa0ba902b7"), (slice.TraceId.ToHexString(), slice.ParentSpanId.ToHexString()));
    }

    [Theory]
    [InlineData("vendor=1\\r\\nX-Injected: 1")]
    [InlineData("vendor=é")]
    public async Task A_tracestate_that_no_header_can_carry_does_not_go_out_with_the_requests_of_a_component(string tracestate)
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Call($$"""{"traceparent":"{{RunParent}}","tracestate":"{{tracestate}}"}"""));

        var slice = telemetry.Span("function traced_call");
        Assert.Equal((RunTrace, null), (slice.TraceId.ToHexString(), slice.TraceStateString));
    }

    [Fact]
    public async Task A_span_processor_that_throws_costs_no_run()
    {
        using var telemetry = new ExportedTelemetry(static traces => traces.AddProcessor(new BrokenProcessor()));
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(Order("""{"steps":{"hold":"held 11","cool_down":1000}}"""))).MustComplete("\"held 11\"");

        Assert.NotEmpty(endpoint.Log.About("a listener to traces or metrics threw"));
    }

    [Fact]
    public async Task The_version_that_traces_name_is_that_of_the_package()
    {
        using var telemetry = new ExportedTelemetry();
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAsync(Call());

        var version = typeof(ServerlessEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.Equal(version.Split('+')[0], telemetry.Span("function traced_call").Source.Version);
    }

    private sealed class BrokenProcessor : BaseProcessor<Activity>
    {
        public override void OnStart(Activity data) => throw new InvalidOperationException("the processor is broken");

        public override void OnEnd(Activity data) => throw new InvalidOperationException("the processor is broken");
    }
}
