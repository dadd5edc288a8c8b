namespace Agnt5.JavaScript.Tests;

/// <summary>What every adapter of a host stands on: the JavaScript half of the package, with each engine.</summary>
public sealed class CoreTests
{
    private static readonly string Scripts = Repository.PathOf("tests", "javascript", "core");

    [Theory]
    [InlineData("addon")]
    [InlineData("wasm")]
    public async Task Requests_come_to_the_components_whole_and_what_is_wrong_is_said(string engine)
    {
        var (exitCode, output) = await RunAsync(engine, ["--test", .. Directory.GetFiles(Scripts, "*.test.mjs")]);

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Worker_threads_share_the_addon_and_a_process_may_end_within_its_requests()
    {
        var (exitCode, output) = await RunAsync("addon", "contexts.mjs");

        Assert.Contains("answered 130", output, StringComparison.Ordinal);
        Assert.Equal(7, exitCode);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string engine, params string[] arguments)
    {
        var package = await JavaScriptShipment.ConformanceForNodeAsync();
        return await Command.RunAsync(Scripts, "env", [$"AGNT5_TESTED_PACKAGE={package}", $"AGNT5_TESTED_ENGINE={engine}", "node", .. arguments]);
    }
}
