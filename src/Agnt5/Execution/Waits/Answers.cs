using System.Globalization;
using System.Text.Json;

namespace Agnt5.Execution.Waits;

/// <summary>The answers that came with the request, in its metadata (protocol section 6, "User input").</summary>
internal sealed class Answers
{
    private const string CustomPrefix = "__custom__:";

    // Sorted: the caller chooses the numbers, and could choose them so that they collide in a hash table.
    private readonly SortedDictionary<int, string?> _byIndex = [];

    public Answers(IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.TryGetValue("step_events", out var earlier))
            ReadEarlier(earlier);
        if (metadata.TryGetValue("user_response", out var response) && TryReadIndex(metadata.GetValueOrDefault("pause_index", "0"), out var index))
            _byIndex[index] = Decode(response);
    }

    public static Answers None { get; } = new(new Dictionary<string, string>());

    public bool TryGet(int pauseIndex, out string? answer) => _byIndex.TryGetValue(pauseIndex, out answer);

    private static string? Decode(string response) => response switch
    {
        "__skipped__" or "__skip__" => null,
        _ when response.StartsWith(CustomPrefix, StringComparison.Ordinal) => response[CustomPrefix.Length..],
        _ => response,
    };

    // Corrupt text is ignored, as the protocol says. The question is then asked again.
    private void ReadEarlier(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return;

            foreach (var answer in document.RootElement.EnumerateObject())
            {
                if (TryReadIndex(answer.Name, out var index))
                    _byIndex[index] = TextOf(answer.Value);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            _byIndex.Clear();
        }
    }

    private static string? TextOf(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => answer.GetString(),
        _ => answer.GetRawText(),
    };

    public static bool TryReadIndex(string text, out int index) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out index);
}
