using Agnt5.JavaScript.Tests.Rows;
using Agnt5.JavaScript.Tests.Workers;

namespace Agnt5.JavaScript.Tests.Moving;

/// <summary>A run may go on in another host than the one that began it: a web server, the addon and WebAssembly in Node, Deno, a Worker.</summary>
public sealed class MovingRunTests
{
    [Fact]
    public async Task A_run_that_is_cut_anywhere_and_moves_to_another_host_ends_as_if_neither_had_happened()
    {
        var package = await JavaScriptShipment.ConformanceForNodeAsync();
        var deno = await HostServers.CommandAsync("deno", "wasm", package);
        var worker = await Worker.BundleAsync("moving", await JavaScriptShipment.ConformanceForWorkersAsync());

        await Command.MustRunAsync(
            Repository.PathOf("tests", "javascript", "moving"), "node", "moving.mjs", package,
            "Kestrel", $"{Kestrel.Command} --port $PORT", "Deno", $"{deno} --port $PORT", "Worker", $"{worker.Served} --port $PORT");
    }
}
