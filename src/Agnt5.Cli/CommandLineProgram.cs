using System.CommandLine;
using Agnt5.Cli.Commands;
using Agnt5.Cli.Output;

namespace Agnt5.Cli;

/// <summary>The whole program, apart from the process: tests run it with writers of their own.</summary>
internal static class CommandLineProgram
{
    // After Ctrl+C a command ends what it has started. Cut off, it would leave that behind.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(20);

    /// <summary>Runs one command line, and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        // @file is an input that a file holds, and no file of further arguments.
        var parsed = CommandTree.Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            // System.CommandLine ends with 1 here, which would read as a run that failed.
            foreach (var problem in parsed.Errors)
                await error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            await error.WriteLineAsync($"Run '{CommandTree.NameOf(parsed.CommandResult)} --help' to see what can be said.").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToEnd };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            var told = ErrorTranslation.Of(exception);
            CommandOutput.Of(parsed).WriteError(told);
            return told.ExitCode;
        }
    }
}
