using System.Diagnostics;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests;

/// <summary>Runs a command of the .NET SDK, and reads what it says.</summary>
internal static class DotnetCommand
{
    private const int MostLines = 20;

    /// <summary>The program.</summary>
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    /// <summary>Runs it to its end, and gives its standard output.</summary>
    /// <param name="code">The error's code where it does not end well.</param>
    /// <param name="problem">The error in words. The lines that tell why follow.</param>
    /// <param name="words">The arguments of <c>dotnet</c>.</param>
    /// <param name="cancellationToken">Ends it with all that it has started.</param>
    /// <exception cref="CliException">It did not end well, or is not there.</exception>
    public static async Task<string> RunAsync(string code, string problem, string[] words, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Host, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The language of the texts that are read here.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var said = await output.ConfigureAwait(false);
        var warned = await error.ConfigureAwait(false);
        return process.ExitCode == 0 ? said : throw new CliException(ExitCodes.Failed, code, $"{problem}{Environment.NewLine}{string.Join(Environment.NewLine, Lines(said + warned))}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new CliException(ExitCodes.Failed, "SDK_MISSING", $"'dotnet' could not be started: {exception.Message}. It comes with the .NET SDK.", exception);
        }
    }

    // The errors, without what the build says of itself.
    private static IEnumerable<string> Lines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        var errors = Array.FindAll(lines, static line => line.Contains("error ", StringComparison.Ordinal));
        return (errors.Length > 0 ? errors : lines).Take(MostLines).Select(TerminalText.Log);
    }
}
