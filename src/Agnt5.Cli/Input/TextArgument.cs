namespace Agnt5.Cli.Input;

/// <summary>Text that a command is given: as it stands, from a file (<c>@file</c>), or from the standard input (<c>-</c>).</summary>
internal static class TextArgument
{
    /// <exception cref="CliException">It cannot be read.</exception>
    public static async Task<string> ReadAsync(string argument, string name, CancellationToken cancellationToken)
    {
        if (argument == "@")
            throw new CliException(ExitCodes.Usage, "INPUT_UNREADABLE", $"{name} names no file behind the @. Write it as @order.json.");
        try
        {
            if (argument == "-")
                return await Console.In.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            return argument.StartsWith('@') ? await File.ReadAllTextAsync(argument[1..], cancellationToken).ConfigureAwait(false) : argument;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CliException(ExitCodes.Usage, "INPUT_UNREADABLE", $"{name} could not be read from {argument[1..]}. {exception.Message}", exception);
        }
    }
}
