using System.Text.Json;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class DeploymentTests
{
    private const string Variable = "AGNT5_CLI_TESTS_SIGNING";
    private const string Secret = "s3cret-of-the-endpoint";

    [Fact]
    public async Task An_endpoint_is_synced_verified_disabled_and_enabled()
    {
        await using var gateway = await TestGateway.StartAsync(hasComponents: false);
        await using var endpoint = await TestEndpoint.StartAsync(Secret);
        Environment.SetEnvironmentVariable(Variable, Secret);

        var synced = await gateway.RunAsync("sync", endpoint.Url, "--signing-secret-env", Variable, "--immutable-ref", "r-1", "-o", "json");
        var id = JsonDocument.Parse(synced.Output).RootElement.GetProperty("deployment_id").GetString()!;
        var run = await gateway.RunAsync("run", "double", "--input", """{"number":3}""");
        var healthy = await gateway.RunAsync("status", "--deployment-id", id, "--verify", "--signing-secret-env", Variable);
        var disabled = await gateway.RunAsync("disable", "--deployment-id", id, "--reason", "maintenance");
        var unhealthy = await gateway.RunAsync("status", "--deployment-id", id, "--verify", "-o", "json");
        var enabled = await gateway.RunAsync("enable", "--deployment-id", id);
        var listed = await gateway.RunAsync("status");

        Assert.Equal((0, "6"), (synced.ExitCode, run.Output.Trim()));
        Assert.Equal((0, 0, 1, 0), (healthy.ExitCode, disabled.ExitCode, unhealthy.ExitCode, enabled.ExitCode));
        Assert.Contains("signing: ok", healthy.Output, StringComparison.Ordinal);
        Assert.Contains("disabled: maintenance", unhealthy.Output, StringComparison.Ordinal);
        Assert.Contains("r-1", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, synced.Output + healthy.Output + listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_know_the_secret_is_not_healthy()
    {
        await using var gateway = await TestGateway.StartAsync(hasComponents: false);
        await using var endpoint = await TestEndpoint.StartAsync(Secret);
        Environment.SetEnvironmentVariable(Variable, "another");
        await gateway.RunAsync("sync", endpoint.Url, "--signing-secret-env", Variable);

        var status = await gateway.RunAsync("status", "--verify", "--signing-secret-env", Variable);

        Assert.Equal(1, status.ExitCode);
        Assert.Contains("signing: the endpoint does not know the secret (WORKERLESS_SIGNATURE_INVALID)", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_command_line_of_AGNT5_the_exact_command_is_printed()
    {
        using var path = new PathVariable(Path.GetTempPath());

        var run = await CommandLineRun.OfAsync(
            "sync", "https://a.example/x y", "--provider", "vercel", "--env", "staging", "--immutable-ref", "it's", "--signing-secret-env", "MY_SECRET", "--request-timeout-ms", "9000",
            "--yield-before-timeout-ms", "500", "--activate", "false", "--replace-route-owners", "--invoke-header-env", "x-bypass=BYPASS", "--remote");

        Assert.Equal(5, run.ExitCode);
        Assert.Equal(
            "agnt5 serverless sync 'https://a.example/x y' --provider vercel --env staging --immutable-ref 'it'\\''s' --signing-secret-env MY_SECRET --request-timeout-ms 9000 "
            + "--yield-before-timeout-ms 500 --activate=false --replace-route-owners --invoke-header-env x-bypass=BYPASS",
            run.Output.Trim());
    }

    [Theory]
    [InlineData("status --deployment-id dep_1 --verify", "agnt5 serverless status --deployment-id dep_1 --verify")]
    [InlineData("disable --deployment-id dep_1 --reason x", "agnt5 serverless disable --deployment-id dep_1 --reason x")]
    [InlineData("enable --deployment-id dep_1", "agnt5 serverless enable --deployment-id dep_1")]
    public async Task Each_command_has_its_remote_form(string command, string remote)
    {
        using var path = new PathVariable(Path.GetTempPath());

        var run = await CommandLineRun.OfAsync([.. command.Split(' '), "--remote"]);

        Assert.Equal((5, remote), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task The_command_line_of_AGNT5_is_called_where_it_is_installed()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory("agnt5-cli");
        var program = Path.Combine(folder.FullName, "agnt5");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho \"called $*\"\nexit 9\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var path = new PathVariable(folder.FullName);

        var run = await CommandLineRun.OfAsync("enable", "--deployment-id", "dep_1", "--reason", "it is back", "--remote");
        folder.Delete(recursive: true);

        Assert.Equal((1, "called serverless enable --deployment-id dep_1 --reason it is back"), (run.ExitCode, run.Output.Trim()));
    }

    private sealed class PathVariable : IDisposable
    {
        private readonly string? _before = Environment.GetEnvironmentVariable("PATH");

        public PathVariable(string value) => Environment.SetEnvironmentVariable("PATH", value);

        public void Dispose() => Environment.SetEnvironmentVariable("PATH", _before);
    }
}
