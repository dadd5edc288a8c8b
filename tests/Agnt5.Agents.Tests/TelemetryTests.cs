using System.Collections.Concurrent;
using System.Diagnostics;
using Agnt5.Agents.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents.Tests;

/// <summary>OpenTelemetry's conventions for generative AI on the spans of agents.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Spans_tell_the_model_the_tokens_and_the_tools_and_what_was_said_only_when_that_is_switched_on(bool capturesContent)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Agnt5Telemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var endpoint = await AgentEndpoint.StartAsync(services => services.Configure<ServerlessOptions>(options => options.CaptureMessageContent = capturesContent));
        endpoint.Model.Calls(ScriptedModel.Call("lookup_order", ("id", "secret-order"))).Says("the secret answer");
        var turn = endpoint.Turn("support", "the secret question");
        turn.Metadata["session_id"] = $"telemetry {capturesContent}";

        await turn.SliceAsync();

        var own = spans.Where(span => span.TagObjects.Any(tag => Equals(tag.Value, $"telemetry {capturesContent}"))).ToArray();
        var chat = own.First(static span => span.DisplayName == "chat clever");
        Assert.Equal(ActivityKind.Client, chat.Kind);
        Assert.Equal(
            ("chat", "test", "clever", "support", 10L, 5L), (chat.GetTagItem("gen_ai.operation.name"), chat.GetTagItem("gen_ai.provider.name"), chat.GetTagItem("gen_ai.request.model"),
            chat.GetTagItem("gen_ai.agent.name"), chat.GetTagItem("gen_ai.usage.input_tokens"), chat.GetTagItem("gen_ai.usage.output_tokens")));
        Assert.Equal(["tool_calls"], Assert.IsType<string[]>(chat.GetTagItem("gen_ai.response.finish_reasons")));
        var all = spans.Where(span => span.TraceId == chat.TraceId).ToArray();
        var tool = Assert.Single(all, static span => span.DisplayName == "execute_tool lookup_order");
        Assert.Equal(("execute_tool", "lookup_order", "call-lookup_order-secret-order"),
            (tool.GetTagItem("gen_ai.operation.name"), tool.GetTagItem("gen_ai.tool.name"), tool.GetTagItem("gen_ai.tool.call.id")));
        var agent = Assert.Single(all, static span => span.DisplayName == "invoke_agent support");
        Assert.Equal("invoke_agent", agent.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(agent.SpanId, chat.ParentSpanId);

        string?[] said = [chat.GetTagItem("gen_ai.input.messages") as string, own.Last(static span => span.DisplayName == "chat clever")
            .GetTagItem("gen_ai.output.messages") as string, tool.GetTagItem("gen_ai.tool.call.arguments") as string, tool.GetTagItem("gen_ai.tool.call.result") as string];
        if (capturesContent)
            Assert.All(said, static text => Assert.Contains("secret", text, StringComparison.Ordinal));
        else
            Assert.All(said, Assert.Null);
    }
}
