using System.Text.Json;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class DevTests
{
    private const string Variable = "AGNT5_CLI_TESTS_DEV";
    private const string Secret = "s3cret-of-dev-0123456789";

    [Fact]
    public async Task An_endpoint_that_runs_already_is_synced_and_its_runs_are_shown_with_what_goes_on_with_them()
    {
        await using var endpoint = await StartAsync();
        await using var dev = DevSession.Start(endpoint.Url, "--secret-env", Variable);
        await dev.LineWithAsync("workflow ship");
        var hint = await dev.LineWithAsync("Start a run");

        var run = await dev.RunAsync("run", "ship", "--input", """{"id":"o-1","total":3}""");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("""dotnet agnt5 run add_tax --input '\{"price":1\}' --gateway http://127\.0\.0\.1:""", hint);
        await dev.LineWithAsync("step reserve is done");
        await dev.LineWithAsync("asks: Ship o-1? [approve, reject]");
        Assert.Matches(@"^\s+dotnet agnt5 answer run_\w+ approve --gateway", await dev.LineWithAsync("dotnet agnt5 answer"));
        Assert.Equal(130, await dev.StopAsync());
        Assert.DoesNotContain(Secret, dev.Output.ToString() + dev.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(TestGateway.Key, dev.Output.ToString() + dev.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_an_event_a_line()
    {
        await using var endpoint = await StartAsync();
        await using var dev = DevSession.Start(endpoint.Url, "--secret-env", Variable, "-o", "json");
        var synced = JsonDocument.Parse(await dev.LineWithAsync("dev.synced")).RootElement;

        await dev.RunAsync("run", "double", "--input", """{"number":2}""");

        Assert.Contains(synced.GetProperty("components").EnumerateArray(), static component => component.GetProperty("name").GetString() == "double");
        Assert.Equal(4, JsonDocument.Parse(await dev.LineWithAsync("run.completed")).RootElement.GetProperty("data").GetProperty("output").GetInt32());
    }

    [Fact]
    public async Task An_endpoint_that_goes_away_is_missed_once()
    {
        var endpoint = await StartAsync();
        await using var dev = DevSession.Start(endpoint.Url, "--secret-env", Variable);
        await dev.LineWithAsync("Start a run");

        await endpoint.DisposeAsync();

        Assert.Contains("Runs wait for it", await dev.LineWithAsync("The endpoint is away."), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere/at/all", "There is nothing at")]
    [InlineData("http://", "is no address")]
    public async Task A_target_that_is_none_is_a_usage_error(string target, string problem)
    {
        var run = await CommandLineRun.OfAsync("dev", target);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_with_the_option_that_gives_another()
    {
        await using var gateway = await TestGateway.StartAsync();
        var port = new Uri(gateway.Url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var run = await CommandLineRun.OfAsync("dev", gateway.Url, "--port", port);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--port", run.Error, StringComparison.Ordinal);
        Assert.Contains("PORT_TAKEN", run.Error, StringComparison.Ordinal);
    }

    private static Task<TestEndpoint> StartAsync()
    {
        Environment.SetEnvironmentVariable(Variable, Secret);
        return TestEndpoint.StartAsync(Secret);
    }
}
