using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Primitives;

namespace Agnt5.Agents.Recording;

/// <summary>Tells how a request differs from a recorded one.</summary>
internal static class RequestDifference
{
    private const int Context = 24;

    /// <summary>The first place in which they differ, in words; <see langword="null"/> when they are the same.</summary>
    public static string? Find(JsonNode? recorded, JsonNode? now, string path = "$") => (recorded, now) switch
    {
        (JsonObject one, JsonObject other) => one.Select(static member => member.Key).Union(other.Select(static member => member.Key))
            .Select(name => Find(one[name], other[name], $"{path}.{name}")).FirstOrDefault(static difference => difference is not null),
        (JsonArray one, JsonArray other) => Enumerable.Range(0, Math.Max(one.Count, other.Count))
            .Select(index => Find(one.ElementAtOrDefault(index), other.ElementAtOrDefault(index), $"{path}[{index}]")).FirstOrDefault(static difference => difference is not null),
        _ when JsonNode.DeepEquals(recorded, now) => null,
        _ => Tell(TextOf(recorded), TextOf(now), path),
    };

    private static string Tell(string? recorded, string? now, string path)
    {
        var same = recorded is null || now is null ? 0 : recorded.AsSpan().CommonPrefixLength(now);
        var from = same > Context ? same - Context : 0;
        return $"at {path}: recorded {Show(recorded, from)}, now {Show(now, from)}";
    }

    // Both from the same place on, so that the difference of long texts is seen.
    private static string Show(string? text, int from) => text is null ? "nothing" : $"\"{(from > 0 ? "…" : "")}{CallerText.Shorten(text[from..])}\"";

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString();
}
