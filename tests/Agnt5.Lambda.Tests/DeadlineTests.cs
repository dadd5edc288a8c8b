using Agnt5.Lambda.Tests.Emulation;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Lambda.Tests;

/// <summary>The function's timeout ends no run: the endpoint answers before AWS ends the process.</summary>
public sealed class DeadlineTests
{
    private const string Research = """{"component_type":"workflow","component_name":"research","input":{"title":"x"}}""";
    private const string Agent = """{"component_type":"agent","component_name":"support_agent","input":"hi"}""";

    [Fact]
    public async Task A_workflow_yields_before_the_function_times_out_and_keeps_its_steps()
    {
        await using var function = await TestFunction.StartAsync();

        var answer = await function.InvokeAsync(Research, deadline: DateTimeOffset.UtcNow.AddMilliseconds(1_400));

        answer.MustBe("suspended");
        Assert.Equal("budget", answer.Json["reason"]!.GetValue<string>());
        Assert.NotNull(answer.Json["checkpoint"]!["steps"]!["fetch"]);
    }

    [Fact]
    public async Task With_time_left_a_workflow_goes_to_its_end()
    {
        await using var function = await TestFunction.StartAsync();

        (await function.InvokeAsync(Research, deadline: DateTimeOffset.UtcNow.AddMinutes(5))).MustComplete("""{"summary":"summary:x"}""");
    }

    [Fact]
    public async Task A_call_that_would_outlive_the_function_is_cut_and_answered_while_the_function_lives()
    {
        await using var function = await TestFunction.StartAsync(static builder => builder.Services.AddSingleton<IChatClient>(new BlockedModel()));
        var deadline = DateTimeOffset.UtcNow.AddSeconds(3);

        var answer = await function.InvokeAsync(Agent, deadline: deadline);

        answer.MustBe("suspended");
        Assert.Equal("budget", answer.Json["reason"]!.GetValue<string>());
        Assert.True(DateTimeOffset.UtcNow < deadline, "The answer came when AWS had ended the process.");
    }

    [Fact]
    public async Task A_budget_that_ends_sooner_than_the_function_counts()
    {
        await using var function = await TestFunction.StartAsync();
        var soon = DateTimeOffset.UtcNow.AddMilliseconds(900).ToUnixTimeMilliseconds();

        var answer = await function.InvokeAsync($"{Research[..^1]},\"budget\":{{\"deadline_ms\":{soon}}}}}", deadline: DateTimeOffset.UtcNow.AddMinutes(5));

        answer.MustSuspend($$$"""{"reason":"budget","budget":{"deadline_ms":{{{soon}}}}}""");
    }
}
