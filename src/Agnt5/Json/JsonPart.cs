using System.Text.Json;

namespace Agnt5.Json;

/// <summary>A value in a <see cref="JsonTree"/>. It is read like a <see cref="JsonElement"/>; the default is <see cref="JsonValueKind.Undefined"/>.</summary>
internal readonly struct JsonPart(JsonTree tree, int index)
{
    private static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement;
    private static readonly JsonElement EmptyArray = JsonDocument.Parse("[]").RootElement;

    public JsonValueKind ValueKind => tree is null ? JsonValueKind.Undefined : KindOf(tree[index].Type);

    public bool IsContainer => ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>The number of items or members.</summary>
    public int Count => tree[index].Parts;

    /// <summary>The levels of arrays and objects, including the value itself; 0 for any other value.</summary>
    public int Levels => IsContainer ? tree[index].Levels + 1 : 0;

    /// <summary>The value as it is written.</summary>
    public ReadOnlyMemory<byte> Json => tree.Json.Slice(tree[index].Start, tree[index].Length);

    public ReadOnlySpan<byte> Raw => Json.Span;

    public JsonItems EnumerateArray() => new(tree, index);

    public JsonMembers EnumerateObject() => new(tree, index);

    /// <summary>The text of a string.</summary>
    /// <exception cref="InvalidOperationException">It has an escaped half of a surrogate pair, which no string can hold.</exception>
    public string GetString()
    {
        var reader = Reader();
        return reader.GetString()!;
    }

    /// <summary>Finds a member of an object. Of several members with the same name the last counts. Other values have no members.</summary>
    public bool TryGetProperty(ReadOnlySpan<byte> name, out JsonPart value)
    {
        value = default;
        if (ValueKind != JsonValueKind.Object)
            return false;

        foreach (var member in EnumerateObject())
        {
            if (member.NameIs(name))
                value = member.Value;
        }

        return value.ValueKind != JsonValueKind.Undefined;
    }

    /// <summary>Whether the value is a string with this text.</summary>
    public bool TextIs(ReadOnlySpan<byte> text)
    {
        if (ValueKind != JsonValueKind.String)
            return false;
        if (!Raw.Contains((byte)'\\'))
            return Raw[1..^1].SequenceEqual(text);

        try
        {
            var reader = Reader();
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            return false;
        }
    }

    /// <summary>A copy of a string, number or literal as an element. Arrays and objects are copied without their parts.</summary>
    public JsonElement ToElement()
    {
        if (IsContainer)
            return ValueKind == JsonValueKind.Array ? EmptyArray : EmptyObject;

        var reader = new Utf8JsonReader(Raw);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The kind of the value that begins with a token.</summary>
    public static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String or JsonTokenType.PropertyName => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };

    private Utf8JsonReader Reader()
    {
        var reader = new Utf8JsonReader(Raw);
        reader.Read();
        return reader;
    }
}
