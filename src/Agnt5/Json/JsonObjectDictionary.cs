using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Primitives;

namespace Agnt5.Generated;

/// <summary>
/// The members of a <see cref="JsonObject"/> as a dictionary. Where extension data is an object, System.Text.Json writes its braces too, in the middle of the
/// containing object. It writes a dictionary entry by entry.
/// </summary>
/// <param name="members">The object. The dictionary adds to it and removes from it.</param>
public sealed class JsonObjectDictionary(JsonObject members) : IDictionary<string, JsonElement>
{
    /// <summary>Creates a dictionary over an empty object.</summary>
    public JsonObjectDictionary()
        : this([])
    {
    }

    /// <summary>The object behind the dictionary.</summary>
    public JsonObject Source => members;

    /// <inheritdoc/>
    public ICollection<string> Keys => ((IDictionary<string, JsonNode?>)members).Keys;

    /// <inheritdoc/>
    public ICollection<JsonElement> Values => [.. members.Select(static member => ElementOf(member.Value))];

    /// <inheritdoc/>
    public int Count => members.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public JsonElement this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no member '{key}'.");
        set => members[key] = NodeOf(value);
    }

    /// <inheritdoc/>
    public void Add(string key, JsonElement value) => members.Add(key, NodeOf(value));

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, JsonElement> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => members.ContainsKey(key);

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, JsonElement> item) => TryGetValue(item.Key, out var value) && JsonElement.DeepEquals(value, item.Value);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        var isFound = members.TryGetPropertyValue(key, out var node);
        value = isFound ? ElementOf(node) : default;
        return isFound;
    }

    /// <inheritdoc/>
    public bool Remove(string key) => members.Remove(key);

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, JsonElement> item) => Contains(item) && Remove(item.Key);

    /// <inheritdoc/>
    public void Clear() => members.Clear();

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, JsonElement>[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        foreach (var member in this)
            array[arrayIndex++] = member;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() =>
        members.Select(static member => KeyValuePair.Create(member.Key, ElementOf(member.Value))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A node that was read already has an element. Other nodes are written and read once.
    private static JsonElement ElementOf(JsonNode? node)
    {
        if (node is JsonValue value && value.TryGetValue<JsonElement>(out var element))
            return element;

        var json = JsonBytes.Write(node, static (writer, source) =>
        {
            if (source is null)
                writer.WriteNullValue();
            else
                source.WriteTo(writer);
        });
        var reader = new Utf8JsonReader(json, JsonDepth.Checked);
        return JsonElement.ParseValue(ref reader);
    }

    private static JsonNode? NodeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };
}
