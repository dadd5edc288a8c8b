using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>Models of each provider that ask people.</summary>
public sealed class PersonToolTests
{
    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_model_of_each_provider_asks_a_person_and_gets_the_answer(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Calls(isStreaming, new WireCall("call_1", "ask_user", """{"question":"Which color?","options":["red","blue"]}""")), run.Wire.Says("Blue it is.", isStreaming));
        var turn = run.Turn("guide", "Paint it.", isStreaming);

        Assert.Equal("Which color?", (await turn.CutAfterEachStepAsync()).Json["question"]!.GetValue<string>());
        (await turn.CutAfterEachStepAsync("""{"user_response":"blue"}""")).MustComplete("\"Blue it is.\"");

        Assert.Equal(["ask_user", "request_approval"], run.Wire.ToolsOf(run.Server.Requests[0].Body).Keys);
        Assert.Equal(["blue"], run.Wire.ToolResultsOf(run.Server.Requests[1].Body));
    }

    [Fact]
    public async Task A_tool_of_the_project_with_the_name_of_an_offered_one_is_meant()
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "request_approval", "{}")), run.Wire.Says("Done."));

        (await run.Turn("guide", "Paint it.").SliceAsync()).MustComplete("\"Done.\"");

        Assert.Equal(["granted"], run.Wire.ToolResultsOf(run.Server.Requests[1].Body));
    }
}
