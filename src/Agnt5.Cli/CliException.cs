namespace Agnt5.Cli;

/// <summary>Ends a command with a message for its user: what happened, where, and what to do. Nothing in it may be a secret.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="code">The error's code, which scripts can compare: upper case with underscores.</param>
/// <param name="message">The message.</param>
/// <param name="inner">What caused it.</param>
internal sealed class CliException(int exitCode, string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    public string Code { get; } = code;
}
