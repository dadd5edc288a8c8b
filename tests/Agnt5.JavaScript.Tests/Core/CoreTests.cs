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
        var (exitCode, output) = await RunAsync(engine, ["--test", "--test-timeout=120000", .. Directory.GetFiles(Scripts, "*.test.mjs")]);

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Worker_threads_share_the_addon_and_a_process_may_end_within_its_requests()
    {
        var (exitCode, output) = await RunAsync("addon", "contexts.mjs");

        Assert.Contains("answered 130", output, StringComparison.Ordinal);
        Assert.Equal(7, exitCode);
    }

    [Theory]
    [InlineData("addon")]
    [InlineData("wasm")]
    public async Task A_script_ends_when_it_has_its_answer(string engine)
    {
        var (_, output) = await RunAsync(engine, "ends.mjs");

        Assert.Contains("400, and ended soon after", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worker_threads_that_end_leave_the_addon_behind_and_the_process_goes_on()
    {
        var (exitCode, output) = await RunAsync("addon", "threads.mjs");

        Assert.Contains("answered 12", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task WebAssembly_fetches_no_input_from_hosts_that_nobody_named()
    {
        var (_, output) = await RunOnAsync(await JavaScriptShipment.SampleForNodeAsync(), "wasm", "guard.mjs");

        Assert.Contains("502 WORKERLESS_INPUT_REF_FETCH_FAILED", output, StringComparison.Ordinal);
        Assert.Contains("the outbound guard refused the host store.example.com: this platform does not show the addresses that names stand for", output, StringComparison.Ordinal);
        Assert.Contains("Agnt5__OutboundGuard__AllowedHosts", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("addon")]
    [InlineData("wasm")]
    public async Task A_program_that_throws_behind_Serve_is_told_of_and_does_not_end_the_process(string engine)
    {
        var package = await JavaScriptShipment.ConformanceForNodeAsync();

        var (exitCode, output) = await Command.RunAsync(
            Scripts, "env", [$"AGNT5_TESTED_PACKAGE={package}", $"AGNT5_TESTED_ENGINE={engine}", "AGNT5_TESTED_PROGRAM=throws", "node", "program.mjs"]);

        Assert.Contains("Program.cs has thrown", output, StringComparison.Ordinal);
        Assert.Contains("answered", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("addon")]
    [InlineData("wasm")]
    public async Task A_cookie_that_one_run_got_goes_out_in_no_other(string engine)
    {
        var (_, output) = await RunOnAsync(await JavaScriptShipment.SampleForNodeAsync(), engine, "cookies.mjs");

        Assert.Contains("cookies: none, none", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string engine, params string[] arguments) =>
        await RunOnAsync(await JavaScriptShipment.ConformanceForNodeAsync(), engine, arguments);

    private static Task<(int ExitCode, string Output)> RunOnAsync(string package, string engine, params string[] arguments) =>
        Command.RunAsync(Scripts, "env", [$"AGNT5_TESTED_PACKAGE={package}", $"AGNT5_TESTED_ENGINE={engine}", "node", .. arguments]);
}
