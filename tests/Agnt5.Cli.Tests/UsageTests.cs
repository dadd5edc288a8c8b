using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class UsageTests
{
    [Fact]
    public async Task A_command_that_is_misspelt_ends_with_2_and_says_where_help_is()
    {
        var run = await CommandLineRun.OfAsync("secret", "knew");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("dotnet agnt5 secret --help", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    public async Task Half_of_a_character_in_an_input_is_told_before_anything_is_sent(string input)
    {
        Environment.SetEnvironmentVariable("AGNT5_API_KEY", "agnt5_sk_of_the_tests_0123456789");

        var run = await CommandLineRun.OfAsync("run", "ship", "--type", "workflow", "--input", input, "--gateway", "http://127.0.0.1:1");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("half of a surrogate pair", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs", "")]
    [InlineData("answer", "", "yes")]
    [InlineData("skip", "")]
    [InlineData("dev", "")]
    [InlineData("manifest", "")]
    [InlineData("diagram", "ship", "--project", "")]
    [InlineData("smoke", "http", "--project", "")]
    [InlineData("smoke", "node", "--project", "")]
    [InlineData("run", "ship", "--input", "@")]
    public async Task A_variable_that_was_not_set_is_told_and_is_no_unexpected_error(params string[] args)
    {
        Environment.SetEnvironmentVariable("AGNT5_API_KEY", TestGateway.Key);

        var run = await CommandLineRun.OfAsync(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("UNEXPECTED", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_one_sentence_and_no_stack_trace()
    {
        var folder = Directory.CreateTempSubdirectory("agnt5-cli");
        Environment.SetEnvironmentVariable("AGNT5_API_KEY", TestGateway.Key);

        var dev = await CommandLineRun.OfAsync("dev", "http://127.0.0.1:9", "--port", "0", "--database", folder.FullName);
        folder.Delete(recursive: true);

        Assert.Equal(1, dev.ExitCode);
        Assert.EndsWith("(STORE_FAILED)", Assert.Single(dev.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_manifest_is_no_manifest_without_components()
    {
        var file = Path.ChangeExtension(Path.GetTempFileName(), ".json");
        await File.WriteAllTextAsync(file, "1");

        var shown = await CommandLineRun.OfAsync("manifest", file);
        File.Delete(file);

        Assert.Equal((1, ""), (shown.ExitCode, shown.Output));
        Assert.Contains("it is no manifest", shown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var run = await CommandLineRun.OfAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("runs", run.Output, StringComparison.Ordinal);
    }
}
