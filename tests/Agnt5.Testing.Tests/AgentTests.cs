using Agnt5.Local;
using Agnt5.Testing.Tests.Shop;
using Microsoft.Extensions.AI;

namespace Agnt5.Testing.Tests;

/// <summary>Agents with a model that says what the test wrote down.</summary>
public sealed class AgentTests
{
    private readonly ScriptedChatClient _model = new();

    [Fact]
    public async Task An_agent_calls_the_tool_that_the_script_asks_for()
    {
        _model.Calls("lookup_order", ("orderId", "o-1")).Says("It left on Monday.");
        await using var agnt5 = await StartAsync();

        var run = await agnt5.Support("Where is o-1?");

        Assert.Equal("It left on Monday.", await run.OutputAsync());
        var result = _model.Asked[1].SelectMany(static message => message.Contents).OfType<FunctionResultContent>().Single();
        Assert.Contains("o-1 left on Monday", $"{result.Result}", StringComparison.Ordinal);
        Assert.Equal(0, _model.Left);
    }

    [Fact]
    public async Task A_session_remembers_what_was_said()
    {
        _model.Says("Hello Ada.").Says("Your name is Ada.");
        await using var agnt5 = await StartAsync();
        var session = new LocalRunOptions { SessionId = "s-1" };

        await agnt5.Support("I am Ada.", session).OutputAsync();
        await agnt5.Support("Who am I?", session).OutputAsync();

        Assert.Contains(_model.Asked[1], static message => message.Text == "I am Ada.");
    }

    [Fact]
    public async Task A_model_that_is_busy_is_asked_again_when_the_time_has_come()
    {
        _model.Fails(new ModelThrottledException("busy")).Says("Here I am.");
        await using var agnt5 = await StartAsync();

        var run = await agnt5.Support("Are you there?");
        await run.WaitForSleepAsync();

        Assert.Equal("Here I am.", await run.RunToEndAsync());
    }

    [Fact]
    public async Task A_script_that_is_too_short_says_what_it_was_asked()
    {
        await using var agnt5 = await StartAsync();

        var failure = await (await agnt5.Support("Hello?")).FailureAsync();

        Assert.Contains("has no reply left", failure.Message, StringComparison.Ordinal);
    }

    private Task<LocalAgnt5> StartAsync() =>
        LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddShop(new FakePayments(), _model));
}
