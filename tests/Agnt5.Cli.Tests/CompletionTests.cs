using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("dotnet-agnt5 ru", "run")]
    [InlineData("/home/me/.dotnet/tools/dotnet-agnt5 runs --st", "--status")]
    [InlineData("dotnet-agnt5 runs --status pau", "Paused")]
    [InlineData("dotnet-agnt5 run --type w", "workflow")]
    [InlineData("dotnet-agnt5 secret ", "new")]
    public async Task A_shell_learns_what_may_come_next(string line, string next)
    {
        var run = await CommandLineRun.OfAsync("complete", line.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), line);

        Assert.Contains(next, run.Output.Split('\n', StringSplitOptions.TrimEntries));
        Assert.DoesNotContain("/?", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Each_shell_has_a_script(string shell)
    {
        var run = await CommandLineRun.OfAsync("completion", shell);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(" complete ", run.Output, StringComparison.Ordinal);
        Assert.Contains("dotnet-agnt5", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_speaks_of_the_program_by_the_name_that_people_type()
    {
        var run = await CommandLineRun.OfAsync("run", "--help");

        Assert.Contains("dotnet-agnt5 run <name>", run.Output, StringComparison.Ordinal);
    }
}
