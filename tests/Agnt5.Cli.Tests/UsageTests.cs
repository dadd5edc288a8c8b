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

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var run = await CommandLineRun.OfAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("runs", run.Output, StringComparison.Ordinal);
    }
}
