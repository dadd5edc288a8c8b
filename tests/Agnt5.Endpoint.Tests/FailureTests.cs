using System.Net;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 5: when a component fails, the caller and the operator learn the cause, and the process keeps serving.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_handler_that_throws_is_reported_by_its_message_alone_and_logged_once_with_the_run()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"boom","run_id":"r-1"}""");

        Assert.Equal("""{"status":"failed","error":{"code":"WORKERLESS_HANDLER_ERROR","message":"nope"}}""", answer.Text);
        Assert.Equal(200, answer.Status);
        var line = Assert.Single(endpoint.Log.Lines, static line => line.Exception is InvalidOperationException);
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains("r-1", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_retrying_cannot_help_says_so()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"give_up"}""");

        Assert.Equal("""{"status":"failed","error":{"code":"WORKERLESS_HANDLER_ERROR","message":"the card is stolen","retryable":false}}""", answer.Text);
    }

    [Fact]
    public async Task Details_of_an_exception_cross_the_wire_only_when_they_are_asked_for()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.IncludeErrorDetails = options.IsDevelopment = true);

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"boom"}""");

        Assert.Contains("System.InvalidOperationException: nope", answer.Json["error"]!["details"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("function", "boom", "InvalidOperationException was here")]
    [InlineData("function", "give_up", "the card is stolen")]
    [InlineData("workflow", "fail_in_silence", "SilentException was here")]
    [InlineData("function", "count_by_name", "$[member 0]: expected integer from -2147483648 to 2147483647, got a boolean")]
    public async Task The_project_may_say_itself_what_the_platform_is_told_of_a_failure(string type, string name, string message)
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
            options.ErrorMessage = static exception => exception is NonRetryableException ? null : $"{exception.GetType().Name} was here");

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"{{type}}","component_name":"{{name}}","input":{"isCaught":false} }""");

        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task A_callback_that_cannot_say_what_to_tell_tells_nothing()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.ErrorMessage = static _ => throw new InvalidOperationException("oops"));

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"boom"}""");

        Assert.Equal("""{"status":"failed","error":{"code":"WORKERLESS_HANDLER_ERROR","message":"The component failed; the endpoint's log has the reason."}}""", answer.Text);
        Assert.Contains("nope", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_an_answer_and_not_half_a_document()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync("""{"component_type":"function","component_name":"tie"}""")).MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_OUTPUT_SERIALIZATION_FAILED");
        (await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"hello"}""")).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_service_that_is_not_registered_is_named_to_the_operator_only()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"use_missing","run_id":"r-2"}""");

        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_HANDLER_ERROR");
        Assert.DoesNotContain("INotRegistered", answer.Text, StringComparison.Ordinal);
        var line = Assert.Single(endpoint.Log.About("r-2"));
        Assert.Contains("builder.Services.AddScoped<INotRegistered>()", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_run_keeps_its_finished_steps_unless_the_option_is_off()
    {
        const string body = """{"component_type":"workflow","component_name":"fail_late","checkpoint":{"steps":{"old":1}}}""";
        await using var keeping = await TestEndpoint.StartAsync();
        await using var dropping = await TestEndpoint.StartAsync(static options => options.CheckpointOnFailure = false);

        var kept = await keeping.InvokeAsync(body);

        Assert.Equal("""{"steps":{"old":1,"reserve":"seat 4"}}""", kept.Json["checkpoint"]!.ToJsonString());
        Assert.Null((await dropping.InvokeAsync(body)).Json["checkpoint"]);
    }

    [Fact]
    public async Task An_exception_that_no_task_carries_fails_the_run_and_not_the_process()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"fail_on_the_side"}""");

        Assert.Equal(("WORKERLESS_HANDLER_ERROR", "on the side"), (answer.Code, answer.Message));
        (await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"hello"}""")).MustComplete("""{"message":"hello world"}""");
    }

    [Theory]
    [InlineData("function", "wait", "waiting")]
    [InlineData("workflow", "wait_for_nothing", "waiting")]
    [InlineData("workflow", "charge_or_refund", "charging")]
    public async Task A_caller_who_hangs_up_ends_its_component_without_compensation_and_is_logged_once(string type, string name, string line)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        await endpoint.InvokeAndHangUpAsync($$"""{"component_type":"{{type}}","component_name":"{{name}}","run_id":"r-3"}""", line);

        await endpoint.Log.WaitForAsync("Run r-3: the caller left");
        Assert.DoesNotContain(endpoint.Log.About("r-3"), static line => line.Level == LogLevel.Error);
        Assert.Equal(0, endpoint.Services.GetRequiredService<StepCounter>().Of("r-3", "refund"));
        (await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"hello"}""")).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_step_that_nobody_waited_for_does_not_fail_in_silence()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync("""{"component_type":"workflow","component_name":"forget_a_step","run_id":"r-4"}""")).MustComplete("\"done\"");

        var line = Assert.Single(endpoint.Log.About("'email' failed"));
        Assert.IsType<TimeoutException>(line.Exception);
    }

    [Fact]
    public async Task A_service_behind_a_service_that_is_missing_is_named_to_the_operator_only()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"use_missing_behind","run_id":"r-5"}""");

        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_HANDLER_ERROR");
        Assert.DoesNotContain("Missing", answer.Text, StringComparison.Ordinal);
        Assert.Contains("INotRegistered", Assert.Single(endpoint.Log.About("r-5")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_fails_to_be_disposed_costs_neither_the_answer_nor_the_scope()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync("""{"component_type":"function","component_name":"stumble"}""")).MustComplete("\"still here\"");

        Assert.Equal(["stumbled", "scope disposed"], endpoint.Services.GetRequiredService<Ledger>().Entries);
        Assert.Single(endpoint.Log.Lines, static line => line.Exception?.Message == "dropped");
    }

    [Fact]
    public async Task A_class_is_constructed_in_one_scope_and_disposed_with_it_before_the_answer()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"stamp","input":{"text":"bill"}}""");

        answer.MustComplete("\"one scope\"");
        Assert.Equal(["PAID bill x2", "desk disposed", "scope disposed"], endpoint.Services.GetRequiredService<Ledger>().Entries);
    }
}
