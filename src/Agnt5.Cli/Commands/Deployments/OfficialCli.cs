using System.CommandLine;
using System.Diagnostics;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Deployments;

/// <summary>The command line of AGNT5 itself, which knows the way to its control plane. Where it is not installed, the exact command is printed.</summary>
internal static class OfficialCli
{
    private const string Program = "agnt5";
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static Option<bool> Remote { get; } = new("--remote") { Description = "Does it on AGNT5 itself, with its own command line 'agnt5'. Without that on the PATH, prints the command." };

    /// <summary>Runs <c>agnt5 serverless …</c>.</summary>
    /// <returns>0 where it went well, 1 where it did not, 5 where it is not installed.</returns>
    public static async Task<int> RunAsync(ParseResult parsed, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        string[] words = ["serverless", .. arguments];
        if (Find() is not { } path)
        {
            var output = CommandOutput.Of(parsed);
            output.WriteNote($"'{Program}' is not on the PATH, so nothing was done. This is the command:");
            var command = ShellText.Command([Program, .. words]);
            if (output.IsJson)
                output.WriteDone(command, json => json.WriteString("command"u8, command));
            else
                output.Out.WriteLine(command);
            return ExitCodes.NotInstalled;
        }

        var start = new ProcessStartInfo(path, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = new Process { StartInfo = start };
        var configuration = parsed.InvocationConfiguration;
        process.OutputDataReceived += (_, line) => Write(configuration.Output, line.Data);
        process.ErrorDataReceived += (_, line) => Write(configuration.Error, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0 ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static void Write(TextWriter writer, string? line)
    {
        if (line is not null)
            writer.WriteLine(line);
    }

    private static string? Find()
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{Program}.exe", $"{Program}.cmd"] : [Program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(static file => File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Executable) != 0));
    }
}
