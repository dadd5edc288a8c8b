using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Endpoints;

/// <summary>Reads a checkpoint from a file: the checkpoint itself, or an answer that has one.</summary>
internal static class CheckpointFile
{
    /// <exception cref="CliException">There is none in it.</exception>
    public static JsonElement Read(FileInfo file)
    {
        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName), new() { MaxDepth = AnswerText.MostLevels });
            json = document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Invalid($"{file.FullName} could not be read. {exception.Message}");
        }
        catch (JsonException exception)
        {
            throw Invalid($"{file.FullName} is no JSON: line {exception.LineNumber + 1} makes no sense.");
        }

        var checkpoint = json.Text("status") is null ? json : Of(json);
        return checkpoint.ValueKind == JsonValueKind.Object
            ? checkpoint
            : throw Invalid($"There is no checkpoint in {file.FullName}. Give an answer that 'dotnet agnt5 invoke --output json' wrote, or its checkpoint.");
    }

    /// <summary>The checkpoint of an answer, or an undefined element where it has none.</summary>
    public static JsonElement Of(JsonElement answer) => answer.Member("checkpoint");

    private static CliException Invalid(string message) => new(ExitCodes.Usage, "CHECKPOINT_INVALID", message);
}
