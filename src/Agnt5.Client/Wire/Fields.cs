using System.Globalization;
using System.Text.Json;

namespace Agnt5.Client.Wire;

/// <summary>Reads members of JSON that may lack them, or have something else in their place.</summary>
internal static class Fields
{
    public static JsonElement Get(this JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // A name that begins like this one goes on with half of a sign, which the framework refuses to compare.
            return default;
        }
    }

    /// <summary>A member that is a text with characters, or <see langword="null"/>.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Get(name) is { ValueKind: JsonValueKind.String } value && AnyText.Of(value) is { Length: > 0 } text ? text : null;

    public static long? Number(this JsonElement json, string name) =>
        json.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static bool Flag(this JsonElement json, string name) => json.Get(name).ValueKind == JsonValueKind.True;

    /// <summary>A time as RFC 3339, or as milliseconds since 1970.</summary>
    public static DateTimeOffset? Time(this JsonElement json, string name)
    {
        if (json.Text(name) is { } text)
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        return json.Number(name) is { } number && number > 0 && number <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(number) : null;
    }

    public static bool IsPresent(this JsonElement json) => json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The items of a list, which is the answer itself or a member of it.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> names)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray();
        foreach (var name in names)
            if (json.Get(name) is { ValueKind: JsonValueKind.Array } items)
                return items.EnumerateArray();
        return [];
    }
}
