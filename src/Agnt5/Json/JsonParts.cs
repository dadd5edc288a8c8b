namespace Agnt5.Json;

/// <summary>The items of an array in a <see cref="JsonTree"/>.</summary>
internal struct JsonItems(JsonTree tree, int index)
{
    private readonly int _end = tree[index].Next;
    private int _next = index + 1;

    public JsonPart Current { get; private set; }

    public readonly JsonItems GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end)
            return false;

        Current = new JsonPart(tree, _next);
        _next = tree[_next].Next;
        return true;
    }
}

/// <summary>The members of an object in a <see cref="JsonTree"/>.</summary>
internal struct JsonMembers(JsonTree tree, int index)
{
    private readonly int _end = tree[index].Next;
    private int _next = index + 1;

    public JsonMember Current { get; private set; }

    public readonly JsonMembers GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end)
            return false;

        // The token of a name is followed by the tokens of the value.
        Current = new JsonMember(new JsonPart(tree, _next), new JsonPart(tree, _next + 1));
        _next = tree[_next + 1].Next;
        return true;
    }
}

/// <summary>A member of an object in a <see cref="JsonTree"/>.</summary>
internal readonly struct JsonMember(JsonPart name, JsonPart value)
{
    /// <exception cref="InvalidOperationException">The name has an escaped half of a surrogate pair, which no string can hold.</exception>
    public string Name => name.GetString();

    public JsonPart Value => value;

    public bool NameIs(ReadOnlySpan<byte> text) => name.TextIs(text);
}
