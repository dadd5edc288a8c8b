using System.Text;
using Agnt5.Agents.Tests.Hosting;
using Agnt5.Tests.Shared;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Agnt5.Agents.Tests.Growth;

/// <summary>A run with twice as many agents, messages or sessions costs about twice the processor time.</summary>
[Collection(Alone.Name)]
public sealed class AgentGrowthTests(ITestOutputHelper output)
{
    private const string Completed = """{"status":"completed""";

    private static readonly ScriptedModel Model = new();

    private static readonly ServerlessEndpoint Endpoint = new(
        Agnt5Components.Catalog,
        new ServerlessOptions { AllowUnsigned = true, IsDevelopment = true },
        new ServiceCollection().AddSingleton<IChatClient>(Model).AddSingleton<Diary>().BuildServiceProvider());

    [Fact]
    public async Task Agents_that_a_workflow_asks() => output.WriteLine(await MustDoubleAsync(1_000, static n => Concert(n, inSessions: false)));

    [Fact]
    public async Task Agents_that_a_workflow_asks_in_sessions_of_their_own() =>
        output.WriteLine(await MustDoubleAsync(1_000, static n => Concert(n, inSessions: true, $"\"agent_sessions\":{{{List(n, static i => $"\"s{i}\":{Session(1)}")}}}")));

    [Fact]
    public async Task Steps_of_a_turn() => output.WriteLine(await MustDoubleAsync(2_000, static n => Turn("soloist", $"\"{n}\"")));

    [Fact]
    public async Task Messages_of_a_session() =>
        output.WriteLine(await MustDoubleAsync(10_000, static n => Turn("singer", "\"la\"", $"\"agent_sessions\":{{\"r\":{Session(n)}}}")));

    [Fact]
    public async Task Sessions_of_a_checkpoint() =>
        output.WriteLine(await MustDoubleAsync(10_000, static n => Turn("singer", "\"la\"", $"\"agent_sessions\":{{{List(n, static i => $"\"s{i}\":{Session(1)}")}}}")));

    [Fact]
    public async Task Messages_of_an_input() =>
        output.WriteLine(await MustDoubleAsync(10_000, static n => Turn("singer", $$"""{"message":"la","history":[{{List(n, static i => $$"""{"role":"user","content":"{{i}}"}""")}}]}""")));

    [Fact]
    public async Task Calls_of_a_reply_that_all_have_one_id() => output.WriteLine(await Doubling.MustHoldForTimeAsync(2_000, static size => () =>
    {
        Model.Calls([.. Enumerable.Range(0, size).Select(static _ => new FunctionCallContent("call_0", "burn"))]).Says("done");
        return SendAsync(Encoding.UTF8.GetBytes(Turn("support", "\"la\"")));
    }));

    // The instances of so many agents are disposed with the run.
    [Fact]
    public async Task A_run_may_ask_any_number_of_agents() => await SendAsync(Encoding.UTF8.GetBytes(Concert(30_000, inSessions: false)));

    private static Task<string> MustDoubleAsync(int n, Func<int, string> write) => Doubling.MustHoldForTimeAsync(n, size =>
    {
        var body = Encoding.UTF8.GetBytes(write(size));
        return () => SendAsync(body);
    });

    private static async Task SendAsync(byte[] body)
    {
        using var response = await Endpoint.HandleAsync(InMemoryRequest.Invoke(body), CancellationToken.None);
        var text = Encoding.UTF8.GetString(response.Body.Span[..Math.Min(response.Body.Length, 1_000)]);
        Assert.True(text.StartsWith(Completed, StringComparison.Ordinal), text);
    }

    private static string Concert(int singers, bool inSessions, string checkpoint = "") => $$$"""
        {"component_type":"workflow","component_name":"concert","run_id":"r","input":{"singers":{{{singers}}},"inSessions":{{{(inSessions ? "true" : "false")}}} },"checkpoint":{ {{{checkpoint}}} } }
        """;

    private static string Turn(string agent, string input, string checkpoint = "") =>
        $$$"""{"component_type":"agent","component_name":"{{{agent}}}","run_id":"r","input":{{{input}}},"checkpoint":{ {{{checkpoint}}} } }""";

    private static string Session(int messages) => $$"""{"messages":[{{List(messages, static i => $$"""{"role":"user","content":"{{i}}"}""")}}],"updated_at_ms":1}""";

    private static string List(int count, Func<int, string> element) => string.Join(',', Enumerable.Range(0, count).Select(element));
}
