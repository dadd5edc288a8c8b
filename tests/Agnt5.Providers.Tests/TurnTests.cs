using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>An agent's turn through the real adapters: a call of a tool, its result, and the answer.</summary>
public sealed class TurnTests
{
    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_model_of_each_provider_calls_a_tool_and_answers_with_its_result(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Calls(isStreaming, new WireCall("call_1", "find_book", """{"title":"Emma"}""")), run.Wire.Says("There are three.", isStreaming));

        var answer = await run.Turn("librarian", "Do you have Emma?", isStreaming).SliceAsync();

        Assert.Equal("There are three.", answer.Json["output"]!.GetValue<string>());
        Assert.Equal(["find_book Emma"], run.Endpoint.Diary);
        Assert.Equal(2, run.Server.Requests.Count);
        Assert.Equal(["find_book"], run.Wire.ToolsOf(run.Server.Requests[0].Body).Keys);
    }
}
