namespace Agnt5.JavaScript.Tests.Rows;

/// <summary>
/// Mixed requests, many at once: parallel steps with HTTP inside, suspensions, deadlines, callers that leave, large bodies. tests/load/README.md has the command for the full number.
/// </summary>
public sealed class LoadTests
{
    [Theory]
    [InlineData("node", "addon", 1)]
    [InlineData("node", "wasm", 1)]
    // Some requests that Deno has sent go on after they were given up. The server of the test has answered each of them after ten seconds.
    [InlineData("deno", "wasm", 12)]
    public async Task Each_of_many_mixed_requests_is_answered_and_leaves_no_memory_behind(string host, string engine, int rest)
    {
        var command = await HostServers.CommandAsync(host, engine, (await PublishedShop.ForNodeAsync()).Folder);

        await Command.MustRunAsync(Repository.PathOf("tests", "javascript"), "node", "load.mjs", $"{command} --port {{port}}", "--requests", "1500", "--rest", $"{rest}");
    }
}
