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

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var run = await CommandLineRun.OfAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("runs", run.Output, StringComparison.Ordinal);
    }
}
