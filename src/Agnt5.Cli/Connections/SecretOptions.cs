using System.CommandLine;

namespace Agnt5.Cli.Connections;

/// <summary>Where a command gets a secret: from a variable or a file, and never from an argument, which all who list processes see.</summary>
internal static class SecretOptions
{
    public static Option<string?> Variable { get; } = new("--secret-env", "--signing-secret-env") { Description = "The environment variable that holds the signing secret.", HelpName = "name" };

    public static Option<FileInfo?> File { get; } = new("--secret-file") { Description = "The file that holds the signing secret.", HelpName = "path" };

    public static void AddTo(Command command)
    {
        command.Options.Add(Variable);
        command.Options.Add(File);
    }

    /// <summary>Reads the secret, or <see langword="null"/> where none is named.</summary>
    /// <exception cref="CliException">The variable or the file holds none.</exception>
    public static string? Read(ParseResult parsed)
    {
        if (parsed.GetValue(Variable) is { } name)
            return FromVariable(name);
        if (parsed.GetValue(File) is not { } file)
            return null;
        try
        {
            return System.IO.File.ReadAllText(file.FullName).Trim() is { Length: > 0 } secret ? secret : throw Missing($"The file {file.FullName} is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Missing($"The secret could not be read from {file.FullName}. {exception.Message}");
        }
    }

    /// <exception cref="CliException">The variable is not set.</exception>
    public static string FromVariable(string name) =>
        Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } secret ? secret : throw Missing($"The environment variable {name} is not set.");

    private static CliException Missing(string problem) =>
        new(ExitCodes.Usage, "SECRET_MISSING", $"{problem} Give the name of a variable, or a file that 'dotnet agnt5 secret new' made.");
}
