using System.Text.Json;
using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class RunTests
{
    private const string Order = """{"id":"o-1","total":3}""";

    [Fact]
    public async Task The_output_alone_stands_on_the_standard_output()
    {
        await using var gateway = await TestGateway.StartAsync();

        var run = await gateway.RunAsync("run", "double", "--input", """{"number":21}""");

        Assert.Equal((0, "42"), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task A_run_that_fails_ends_with_1_and_says_why_without_moving_the_cursor()
    {
        await using var gateway = await TestGateway.StartAsync();

        var run = await gateway.RunAsync("run", "break", "--input", """{"number":7}""");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("no 7\\u{1b}[2Jgone", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_asks_is_left_with_the_command_that_answers()
    {
        await using var gateway = await TestGateway.StartAsync();

        var run = await gateway.RunAsync("run", "ship", "--input", Order);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("asks: Ship o-1? [approve, reject]", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"dotnet agnt5 answer run_\w+ approve --gateway http://127\.0\.0\.1:\d+", run.Output);
    }

    [Fact]
    public async Task Answers_and_signals_of_the_command_line_take_a_run_to_its_end()
    {
        await using var gateway = await TestGateway.StartAsync();

        var run = await gateway.RunAsync("run", "collect", "--input", Order, "--answer", "Ada", "--signal", "paid=7");

        Assert.Equal((0, "\"o-1 to Ada for 7\""), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_is_told()
    {
        await using var gateway = await TestGateway.StartAsync();

        var run = await gateway.RunAsync("run", "double", "--input", """{"number":1}""", "--answer", "yes", "--signal", "paid");

        Assert.Contains("1 of the answers and 1 of the signals nobody wanted", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_follow_each_event_is_a_line_of_JSON_and_the_run_the_last()
    {
        await using var gateway = await TestGateway.StartAsync();

        var run = await gateway.RunAsync("run", "collect", "--input", Order, "--answer", "Ada", "--signal", "paid=7", "--follow", "--output", "json");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal("run.started", lines[0].GetProperty("event_type").GetString());
        Assert.Contains(lines, static line => line.TryGetProperty("event_type", out var type) && type.GetString() == "workflow.paused");
        Assert.Equal("completed", lines[^1].GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_paused_run_tells_programs_which_command_goes_on()
    {
        await using var gateway = await TestGateway.StartAsync();

        var run = await gateway.RunAsync("run", "ship", "--input", Order, "-o", "json");

        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("paused", json.GetProperty("status").GetString());
        Assert.StartsWith("dotnet agnt5 answer run_", json.GetProperty("next").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_paused_is_answered_signalled_and_cancelled()
    {
        await using var gateway = await TestGateway.StartAsync();
        var started = await gateway.RunAsync("run", "collect", "--input", Order, "-o", "json");
        var runId = JsonDocument.Parse(started.Output).RootElement.GetProperty("run_id").GetString()!;

        var answered = await gateway.RunAsync("answer", runId, "Ada");
        var signalled = await gateway.RunAsync("signal", runId, "paid", "7");
        var other = await gateway.RunAsync("run", "ship", "--input", Order, "-o", "json");
        var otherId = JsonDocument.Parse(other.Output).RootElement.GetProperty("run_id").GetString()!;
        var cancelled = await gateway.RunAsync("cancel", otherId, "--reason", "enough");
        var again = await gateway.RunAsync("cancel", otherId);

        Assert.Equal((0, 0, 0, 4), (answered.ExitCode, signalled.ExitCode, cancelled.ExitCode, again.ExitCode));
        var runs = await gateway.RunAsync("runs");
        Assert.Contains("cancelled", runs.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_two_components_have_wants_its_type()
    {
        await using var gateway = await TestGateway.StartAsync();

        var either = await gateway.RunAsync("run", "twin", "--input", """{"number":1}""");
        var tool = await gateway.RunAsync("run", "twin", "--type", "tool", "--input", """{"number":1}""");
        var none = await gateway.RunAsync("run", "thing");

        Assert.Equal((2, 0, 4), (either.ExitCode, tool.ExitCode, none.ExitCode));
        Assert.Contains("function or tool", either.Error, StringComparison.Ordinal);
        Assert.Contains("There are: add_tax, break, checkout, collect,", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_is_no_JSON_is_not_repeated()
    {
        var run = await CommandLineRun.OfAsync("run", "double", "--input", "{number:secret}", "--gateway", "http://127.0.0.1:1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("JSON_INVALID", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_comes_from_a_file()
    {
        await using var gateway = await TestGateway.StartAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"number":4}""");

        var run = await gateway.RunAsync("run", "double", "--input", $"@{file}");
        File.Delete(file);

        Assert.Equal("8", run.Output.Trim());
        Assert.Equal(2, (await gateway.RunAsync("run", "double", "--input", $"@{file}")).ExitCode);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_ends_with_3_and_says_what_to_start()
    {
        Environment.SetEnvironmentVariable("AGNT5_API_KEY", TestGateway.Key);

        var run = await CommandLineRun.OfAsync("run", "double", "--gateway", "http://127.0.0.1:9");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("dotnet agnt5 dev", run.Error, StringComparison.Ordinal);
    }
}
