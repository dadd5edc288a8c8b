using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>A conversation with calls that goes to an agent without tools.</summary>
public sealed class HandoverTests
{
    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_request_with_calls_declares_their_tools_where_the_provider_can_be_told_that_none_may_be_called(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(
            run.Wire.Calls(isStreaming, new WireCall("call_1", "count_folders", """{"depth":2}""")),
            run.Wire.Calls(isStreaming, new WireCall("call_2", "transfer_to_porter", "{}")),
            run.Wire.Says("Goodbye.", isStreaming));

        (await run.Turn("archivist", "count, then say goodbye", isStreaming).CutAfterEachStepAsync()).MustComplete("\"Goodbye.\"");

        var last = run.Server.Requests[^1];
        Assert.Contains("Say goodbye.", last.Text, StringComparison.Ordinal);
        if (run.Provider == Provider.Ollama)
        {
            // It takes calls without their tools, and its models may call whatever is declared.
            Assert.Empty(run.Wire.ToolsOf(last.Body));
            return;
        }

        Assert.Equal(["count_folders", "transfer_to_porter"], run.Wire.ToolsOf(last.Body).Keys.Order());
        Assert.Contains("none", last.Body["tool_choice"]!.ToJsonString(), StringComparison.Ordinal);
    }
}
