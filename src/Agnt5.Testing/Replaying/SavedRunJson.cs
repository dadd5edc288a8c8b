using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Testing.Replaying;

/// <summary>Reads and writes files of runs, so that they read well in a diff.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NewLine = "\n", MaxDepth = 512)]
[JsonSerializable(typeof(SavedRun))]
internal sealed partial class SavedRunJson : JsonSerializerContext
{
    public const string Format = "agnt5.run.v1";

    /// <exception cref="Agnt5TestException">There is no such file, or it is no run.</exception>
    public static async Task<SavedRun> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new Agnt5TestException($"There is no file {Path.GetFullPath(path)}. Save a run with run.SaveAsync, and keep the file with the code.");

        try
        {
            var json = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            var saved = JsonSerializer.Deserialize(json, Default.SavedRun);
            return saved is { Format: Format } ? saved : throw new Agnt5TestException($"{path} is no run of this version: its format is '{saved?.Format}'. Save the run again.");
        }
        catch (JsonException exception)
        {
            throw new Agnt5TestException($"{path} is no saved run: {exception.Message}", exception);
        }
    }

    public static async Task WriteAsync(SavedRun run, string path, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(path, [.. JsonSerializer.SerializeToUtf8Bytes(run, Default.SavedRun), (byte)'\n'], cancellationToken).ConfigureAwait(false);
    }
}
