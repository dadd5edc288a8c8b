using System.Text.Json;
using Agnt5.Cli.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Cli.Tests;

public sealed class SmokeTests : IDisposable
{
    private const string Variable = "AGNT5_WORKERLESS_SIGNING_SECRET";
    private const string Bypass = "VERCEL_AUTOMATION_BYPASS_SECRET";
    private const string Secret = "s3cret-of-the-smoke";

    private static readonly string[] Components = ["--hello", """double={"number":2}""", "--steps", """ship={"id":"o-1","total":3}""", "--waits", """ship={"id":"o-1","total":3}"""];

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        Environment.SetEnvironmentVariable(Bypass, null);
    }

    [Fact]
    public async Task An_endpoint_that_is_well_passes_every_check()
    {
        await using var endpoint = await TestEndpoint.StartAsync(Secret);
        Environment.SetEnvironmentVariable(Variable, Secret);

        var run = await CommandLineRun.OfAsync(["smoke", "node", endpoint.Url, .. Components]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("signing=enabled", lines[0]);
        Assert.Equal(6, lines.Count(static line => line.StartsWith("ok ", StringComparison.Ordinal)));
        Assert.Contains("reserve did not run again", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_sent()
    {
        await using var endpoint = await HostileEndpoint.StartAsync("{}");

        var run = await CommandLineRun.OfAsync("smoke", "http", endpoint.Url);

        Assert.Equal((2, "", 0), (run.ExitCode, run.Output, endpoint.Requests));
        Assert.Contains("WORKERLESS_SIGNING_SECRET", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--project", "--project", ".")]
    [InlineData("--no-build", "--no-build")]
    [InlineData("--configuration, --framework", "-c", "Release", "-f", "net10.0")]
    public async Task Options_of_what_is_started_have_no_place_beside_a_URL(string named, params string[] options)
    {
        await using var endpoint = await HostileEndpoint.StartAsync("{}");
        Environment.SetEnvironmentVariable(Variable, Secret);

        var run = await CommandLineRun.OfAsync(["smoke", "http", endpoint.Url, .. options]);

        Assert.Equal((2, "", 0), (run.ExitCode, run.Output, endpoint.Requests));
        Assert.Contains($"Leave out {named}, or the URL.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_machine_is_asked_over_https_alone()
    {
        Environment.SetEnvironmentVariable(Variable, Secret);

        var run = await CommandLineRun.OfAsync("smoke", "http", "http://192.0.2.1");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("https", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_with_another_secret_fails_its_checks()
    {
        await using var endpoint = await TestEndpoint.StartAsync("another");
        Environment.SetEnvironmentVariable(Variable, Secret);

        var run = await CommandLineRun.OfAsync(["smoke", "cloudflare", endpoint.Url, .. Components, "-o", "json"]);

        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((1, "enabled", false), (run.ExitCode, report.GetProperty("signing").GetString(), report.GetProperty("healthy").GetBoolean()));
        Assert.Equal(
            ["manifest", "wrong signature", "no signature"],
            report.GetProperty("checks").EnumerateArray().Where(static check => check.GetProperty("ok").GetBoolean()).Select(static check => check.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task An_endpoint_that_takes_any_signature_and_runs_steps_again_is_found_out()
    {
        const string Manifest = """{"protocol_version":"workerless.v1","components":[{"name":"w","type":"workflow"}]}""";
        const string Answer = """{"status":"completed","output":1,"checkpoint":{"steps":{"price":4.2}}}""";
        await using var endpoint = await HostileEndpoint.StartAsync(context => context.Response.WriteAsync(context.Request.Method == "GET" ? Manifest : Answer));
        Environment.SetEnvironmentVariable(Variable, Secret);

        var run = await CommandLineRun.OfAsync("smoke", "http", endpoint.Url, "--hello", "w", "--steps", "w", "--waits", "w");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("failed  wrong signature: not refused", run.Output, StringComparison.Ordinal);
        Assert.Contains("failed  no signature: not refused", run.Output, StringComparison.Ordinal);
        Assert.Contains("failed  replayed step: price ran again", run.Output, StringComparison.Ordinal);
        Assert.Contains("failed  suspension: w did not pause", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_that_gets_past_the_protection_of_Vercel_goes_to_Vercel_alone()
    {
        var seen = new List<string?>();
        await using var endpoint = await HostileEndpoint.StartAsync(context =>
        {
            lock (seen)
                seen.Add(context.Request.Headers["x-vercel-protection-bypass"]);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        Environment.SetEnvironmentVariable(Variable, Secret);
        Environment.SetEnvironmentVariable(Bypass, "b1pass");

        var vercel = await CommandLineRun.OfAsync("smoke", "vercel", endpoint.Url);
        await CommandLineRun.OfAsync("smoke", "node", endpoint.Url);

        Assert.Equal(["b1pass", null], seen);
        Assert.Equal(4, vercel.ExitCode);
        Assert.DoesNotContain("b1pass", vercel.Output + vercel.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_that_is_not_there_is_a_check_that_fails()
    {
        await using var endpoint = await TestEndpoint.StartAsync(Secret);
        Environment.SetEnvironmentVariable(Variable, Secret);

        var run = await CommandLineRun.OfAsync("smoke", "http", endpoint.Url, "--hello", "nobody");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no component nobody: name one of yours with --hello name=json", run.Output, StringComparison.Ordinal);
    }
}
