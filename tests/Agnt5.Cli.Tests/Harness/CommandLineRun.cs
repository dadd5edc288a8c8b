namespace Agnt5.Cli.Tests.Harness;

/// <summary>What one command line printed, and what it ended with.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandLineRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLineProgram.RunAsync(args, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
