using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>An agent's turn through the real adapters: a call of a tool, its result, and the answer.</summary>
public sealed class TurnTests
{
    [Theory]
    [Backs("Tools")]
    [MemberData(nameof(Provider.WholeAndStreamed), MemberType = typeof(Provider))]
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

    [Theory]
    [Backs("Parallel calls")]
    [MemberData(nameof(Provider.WholeAndStreamed), MemberType = typeof(Provider))]
    public async Task Several_calls_of_one_reply_are_made_and_their_results_come_back_in_one_request(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(
            run.Wire.Calls(isStreaming, new WireCall("call_1", "find_book", """{"title":"Emma"}"""), new WireCall("call_2", "find_book", """{"title":"Persuasion"}""")),
            run.Wire.Says("There are three of each.", isStreaming));

        var answer = await run.Turn("librarian", "Do you have Emma and Persuasion?", isStreaming).SliceAsync();

        Assert.Equal("There are three of each.", answer.Json["output"]!.GetValue<string>());
        Assert.Equal(["find_book Emma", "find_book Persuasion"], run.Endpoint.Diary.Order());
        var told = run.Server.Requests[1].Text;
        Assert.True(told.LastIndexOf("Emma", StringComparison.Ordinal) < told.LastIndexOf("Persuasion", StringComparison.Ordinal), told);
    }

    [Theory]
    [Backs("Streaming")]
    [MemberData(nameof(Provider.Names), MemberType = typeof(Provider))]
    public async Task Pieces_of_a_streamed_reply_go_out_as_events(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says("There are three.", streams: true));
        var turn = run.Turn("librarian", "Do you have Emma?", isStreaming: true);

        await turn.SliceAsync();

        Assert.Contains("lm.message.delta", turn.Events);
    }
}
