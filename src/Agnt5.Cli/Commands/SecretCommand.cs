using System.CommandLine;
using System.Security.Cryptography;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 secret new</c>: makes a signing secret in a file that only its owner reads.</summary>
internal static class SecretCommand
{
    private static readonly Argument<FileInfo> Path = new("file") { Description = "The file to make. One that is there is never written over." };

    public static Command Create()
    {
        var create = new Command("new", "Makes a signing secret of 32 random bytes in a file that only you can read.") { Path };
        create.SetAction(New);
        return new Command("secret", "Makes signing secrets.") { create };
    }

    private static int New(ParseResult parsed)
    {
        var file = parsed.GetRequiredValue(Path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var writer = new StreamWriter(file.FullName, options);
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Failed, "SECRET_NOT_WRITTEN", $"The secret could not be written to {file.FullName}. {exception.Message}", exception);
        }

        var output = CommandOutput.Of(parsed);
        if (output.IsJson)
        {
            output.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("file"u8, file.FullName);
                json.WriteEndObject();
            });
        }
        else
        {
            output.Out.WriteLine($"The secret is in {file.FullName}. Keep it out of version control.");
        }

        return ExitCodes.Success;
    }
}
