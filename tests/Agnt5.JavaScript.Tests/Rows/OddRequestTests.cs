namespace Agnt5.JavaScript.Tests.Rows;

/// <summary>Requests as no client makes them: whatever reads HTTP in front of the components, nothing fails, hangs, or passes for another request.</summary>
public sealed class OddRequestTests
{
    [Fact]
    public Task The_web_server_of_NET_answers_odd_requests_as_it_should() => MustAnswerAsync(Kestrel.Command);

    [Theory]
    [InlineData("node", "addon")]
    [InlineData("node", "wasm")]
    [InlineData("koa", "addon")]
    [InlineData("hono", "wasm")]
    [InlineData("deno", "addon")]
    [InlineData("deno", "wasm")]
    public async Task A_host_answers_odd_requests_as_it_should(string host, string engine) =>
        await MustAnswerAsync(await HostServers.CommandAsync(host, engine, await JavaScriptShipment.ConformanceForNodeAsync()));

    private static Task MustAnswerAsync(string command) => Command.MustRunAsync(Repository.PathOf("tests", "javascript"), "node", "odd.mjs", $"{command} --port {{port}}");
}
