using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Testing.Json;

/// <summary>Reads JSON for tests to look at.</summary>
internal static class TestJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonDepth.Default };

    /// <returns>The value, or <see langword="null"/> for none.</returns>
    public static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
            return null;
        using var document = JsonDocument.Parse(json, Options);
        return document.RootElement.Clone();
    }

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, Options);
        return document.RootElement.Clone();
    }

    /// <summary>A text of an object, or <see langword="null"/>.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A whole number of an object, or <see langword="null"/>.</summary>
    public static long? Number(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    /// <summary>A member of an object as JSON text, or <see langword="null"/>.</summary>
    public static string? Raw(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
