using System.Text.Json;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class EventTests
{
    private const string Variable = "AGNT5_CLI_TESTS_HOOK";

    [Fact]
    public async Task An_event_starts_the_workflow_that_it_triggers_and_counts_once()
    {
        await using var gateway = await TestGateway.StartAsync();

        var first = await gateway.RunAsync("publish", "order.created", """{"id":"o-1","total":3}""", "--id", "e-1", "-o", "json");
        var again = await gateway.RunAsync("publish", "order.created", """{"id":"o-1","total":3}""", "--id", "e-1", "-o", "json");

        var receipt = JsonDocument.Parse(first.Output).RootElement;
        Assert.Equal(1, receipt.GetProperty("run_ids").GetArrayLength());
        Assert.True(JsonDocument.Parse(again.Output).RootElement.GetProperty("duplicate").GetBoolean());
    }

    [Theory]
    [InlineData("standard", "issues.opened")]
    [InlineData("sentry", "issue.created")]
    [InlineData("stripe", "charge.failed")]
    [InlineData("github", "issues.opened")]
    [InlineData("slack", "app_mention")]
    public async Task A_sample_delivery_is_signed_as_its_source_signs(string source, string happened)
    {
        await using var gateway = await TestGateway.StartAsync();
        Environment.SetEnvironmentVariable(Variable, "s3cret-of-the-hook");

        var run = await gateway.RunAsync("webhook", source, "main", "--secret-env", Variable, "--event", happened, "--add", "-o", "json");

        Assert.Equal(0, run.ExitCode);
        var receipt = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal($"{source}.{happened}", receipt.GetProperty("event_name").GetString());
        Assert.Equal(source == "github" ? 1 : 0, receipt.GetProperty("run_ids").GetArrayLength());
        Assert.DoesNotContain("s3cret-of-the-hook", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        Environment.SetEnvironmentVariable(Variable, "one");
        await gateway.RunAsync("webhook", "stripe", "wrong", "--secret-env", Variable, "--event", "charge.failed", "--add");
        Environment.SetEnvironmentVariable(Variable, "another");

        var run = await gateway.RunAsync("webhook", "stripe", "wrong", "--secret-env", Variable, "--event", "charge.failed");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("WEBHOOK_SIGNATURE_INVALID", run.Error, StringComparison.Ordinal);
    }
}
