using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.Agents.Recording;

/// <summary>The file of a recording.</summary>
/// <param name="Client">The client that was recorded.</param>
/// <param name="Calls">The calls, in the order in which they began.</param>
internal sealed record RecordingFile(RecordedClient Client, IReadOnlyList<RecordedCall> Calls)
{
    /// <summary>What to do about a recording that does not fit.</summary>
    public const string RecordAgain =
        $"Record it again where the model can be asked: with ChatRecording.Record, or with ChatRecording.Open after you delete the file or set {ChatRecording.RecordVariable}=1.";

    private const int Version = 1;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no recording.</exception>
    public static RecordingFile Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
            throw new FileNotFoundException($"There is no recording {full}. {RecordAgain}", full);

        try
        {
            var recording = JsonNode.Parse(File.ReadAllText(full), documentOptions: new JsonDocumentOptions { MaxDepth = RecordedJson.MaxDepth })!;
            if (recording["version"]?.GetValue<int>() != Version)
                throw new InvalidDataException($"{full} is no recording of version {Version}. {RecordAgain}");
            return new(RecordedClient.Read(recording["client"]!), [.. recording["calls"]!.AsArray().Select(static call => RecordedCall.Read(call!))]);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException or FormatException or NullReferenceException)
        {
            throw new InvalidDataException($"{full} is no recording: {failure.Message} {RecordAgain}", failure);
        }
    }

    /// <summary>Writes the file beside its place first, so that a test run that is stopped leaves no half of it.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be written. An <see cref="IOException"/> would be taken for the model's.</exception>
    public void Write(string path)
    {
        var recording = new JsonObject { ["version"] = Version, ["client"] = Client.ToJson(), ["calls"] = new JsonArray([.. Calls.Select(static call => call.ToJson())]) };
        var full = Path.GetFullPath(path);
        var unfinished = $"{full}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (var stream = File.Create(unfinished))
            {
                using (var writer = new Utf8JsonWriter(stream, Readable))
                    recording.WriteTo(writer);
                stream.WriteByte((byte)'\n');
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, full, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The recording {full} cannot be written: {failure.Message}");
        }
    }
}
