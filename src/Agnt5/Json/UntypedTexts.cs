using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>Finds texts of untyped JSON with half of a surrogate pair. JSON can escape it, but no text can hold it.</summary>
internal static class UntypedTexts
{
    /// <summary>The place and problem of the first such text, or <see langword="null"/>.</summary>
    /// <param name="value">The JSON.</param>
    /// <param name="location">The position of the JSON. It ends at the text that was found.</param>
    public static string? Find(JsonElement value, JsonLocation location)
    {
        // The app's own JSON may nest to any depth. Not to find the place is better than to end the process.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return null;

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return IsWhole(value) ? null : At(location);
            case JsonValueKind.Array:
                return FindIn(value.EnumerateArray(), location);
            case JsonValueKind.Object:
                var index = 0;
                foreach (var member in value.EnumerateObject())
                {
                    if (JsonNameText.Of(member) is not { } name)
                        return $"{location}: a name in it {WireText.HalfOfAPair}";

                    location.EnterNamed(name, index++);
                    if (Find(member.Value, location) is { } problem)
                        return problem;
                    location.Leave();
                }

                return null;
            default:
                return null;
        }
    }

    /// <inheritdoc cref="Find(JsonElement, JsonLocation)"/>
    public static string? Find(JsonNode? value, JsonLocation location)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return null;

        switch (value)
        {
            case JsonValue scalar:
                return scalar.TryGetValue<JsonElement>(out var element) ? Find(element, location)
                    : scalar.TryGetValue<string>(out var text) && !WireText.IsWhole(text) ? At(location) : null;
            case JsonArray items:
                return FindIn(items, location);
            case JsonObject members:
                var index = 0;
                foreach (var (name, member) in members)
                {
                    if (!WireText.IsWhole(name))
                        return $"{location}: a name in it {WireText.HalfOfAPair}";

                    location.EnterNamed(name, index++);
                    if (Find(member, location) is { } problem)
                        return problem;
                    location.Leave();
                }

                return null;
            default:
                return null;
        }
    }

    private static string? FindIn<T>(IEnumerable<T> items, JsonLocation location)
    {
        var index = 0;
        foreach (var item in items)
        {
            location.Enter(index++);
            if ((item is JsonElement element ? Find(element, location) : Find(item as JsonNode, location)) is { } problem)
                return problem;
            location.Leave();
        }

        return null;
    }

    private static string At(JsonLocation location) => $"{location}: {WireText.HalfOfAPair}";

    private static bool IsWhole(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
