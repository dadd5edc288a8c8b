namespace Agnt5.JavaScript.Tests.Rows;

/// <summary>WebAssembly gives the same answers, through both kinds of handlers and in both runtimes.</summary>
public sealed class WasmRowTests
{
    [Theory]
    [InlineData("node")]
    [InlineData("hono")]
    [InlineData("deno")]
    public async Task A_platform_gets_the_same_answers_from_a_host_as_from_a_container(string host) =>
        await SameVerdicts.MustBeAsync($"{host}-wasm", await HostServers.CommandAsync(host, "wasm", await JavaScriptShipment.ConformanceForNodeAsync()));
}
