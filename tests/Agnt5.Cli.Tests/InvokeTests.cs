using System.Text.Json;
using Agnt5.Cli.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Cli.Tests;

public sealed class InvokeTests : IDisposable
{
    private const string Secret = "s3cret-of-the-invokes";
    private const string Variable = "AGNT5_CLI_TESTS_INVOKE";
    private const string Fallback = "WORKERLESS_SIGNING_SECRET";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");

    public InvokeTests() => Environment.SetEnvironmentVariable(Variable, Secret);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Fallback, null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_function_is_invoked_by_name_alone()
    {
        await using var endpoint = await TestEndpoint.StartAsync(Secret);

        var run = await CommandLineRun.OfAsync("invoke", endpoint.Url, "double", "--input", """{"number":21}""", "--secret-env", Variable);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("status     completed", run.Output, StringComparison.Ordinal);
        Assert.Contains("output     42", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_run_goes_on_from_the_answer_that_was_saved()
    {
        await using var endpoint = await TestEndpoint.StartAsync(Secret);
        var saved = Path.Combine(_folder.FullName, "answer.json");
        string[] command = ["invoke", endpoint.Url, "ship", "--input", """{"id":"o-1","total":3}""", "--run-id", "run_1", "--secret-env", Variable];

        var asked = await CommandLineRun.OfAsync([.. command, "-o", "json"]);
        await File.WriteAllTextAsync(saved, asked.Output);
        var rejected = await CommandLineRun.OfAsync([.. command, "--checkpoint", saved, "--metadata", "user_response=reject", "--metadata", "pause_index=0"]);

        Assert.Equal((0, 0), (asked.ExitCode, rejected.ExitCode));
        Assert.Equal("user_input_required", JsonDocument.Parse(asked.Output).RootElement.GetProperty("reason").GetString());
        Assert.Contains("output     \"rejected\"", rejected.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_of_a_file_or_of_the_environment_signs_too()
    {
        await using var endpoint = await TestEndpoint.StartAsync(Secret);
        var file = Path.Combine(_folder.FullName, "secret");
        await File.WriteAllTextAsync(file, Secret + "\n");
        string[] command = ["invoke", endpoint.Url, "double", "--type", "function", "--input", """{"number":1}"""];

        var without = await CommandLineRun.OfAsync(command);
        var ofFile = await CommandLineRun.OfAsync([.. command, "--secret-file", file]);
        Environment.SetEnvironmentVariable(Fallback, Secret);
        var ofVariable = await CommandLineRun.OfAsync(command);

        Assert.Equal((2, 0, 0), (without.ExitCode, ofFile.ExitCode, ofVariable.ExitCode));
        Assert.Contains("AGNT5_SERVERLESS_SIGNING_SECRET", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_refusals_and_unknown_names_have_exit_codes_of_their_own()
    {
        await using var endpoint = await TestEndpoint.StartAsync("another");
        await using var right = await TestEndpoint.StartAsync(Secret);

        var refused = await CommandLineRun.OfAsync("invoke", endpoint.Url, "double", "--secret-env", Variable, "-o", "json");
        var failed = await CommandLineRun.OfAsync("invoke", right.Url, "break", "--input", """{"number":1}""", "--secret-env", Variable);
        var unknown = await CommandLineRun.OfAsync("invoke", right.Url, "triple", "--secret-env", Variable);
        var several = await CommandLineRun.OfAsync("invoke", right.Url, "twin", "--secret-env", Variable);
        var away = await CommandLineRun.OfAsync("invoke", "http://127.0.0.1:1", "double", "--type", "function", "--secret-env", Variable);

        Assert.Equal((4, 1, 4, 2, 3), (refused.ExitCode, failed.ExitCode, unknown.ExitCode, several.ExitCode, away.ExitCode));
        Assert.Contains("WORKERLESS_SIGNATURE_INVALID", refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', failed.Output);
        Assert.Contains("function or tool", several.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("""{"status":"completed","output":"\ud800"}""")]
    [InlineData("""{"status":"done"}""")]
    [InlineData("""{"status":"suspended","reason":"timer"}""")]
    public async Task An_answer_that_is_none_of_the_protocol_ends_with_1(string answer)
    {
        await using var endpoint = await HostileEndpoint.StartAsync(answer);

        var run = await CommandLineRun.OfAsync("invoke", endpoint.Url, "double", "--type", "function", "--secret-env", Variable);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("INVALID_RESPONSE", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signature_does_not_go_where_a_redirect_leads_or_over_plain_http()
    {
        await using var other = await HostileEndpoint.StartAsync("{}");
        await using var endpoint = await HostileEndpoint.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = $"{other.Url}/agnt5/invoke";
            return Task.CompletedTask;
        });

        var redirected = await CommandLineRun.OfAsync("invoke", endpoint.Url, "double", "--type", "function", "--secret-env", Variable);
        var plain = await CommandLineRun.OfAsync("invoke", "http://192.0.2.1", "double", "--type", "function", "--secret-env", Variable);

        Assert.Equal((1, 2, 0), (redirected.ExitCode, plain.ExitCode, other.Requests));
    }
}
