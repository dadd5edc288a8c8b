using System.Text.Json;

namespace Agnt5.Json.Reading;

/// <summary>Reads an object all of whose members are arguments of its constructor.</summary>
/// <param name="construct">Constructs an instance from arguments by position.</param>
/// <param name="members">The members in the order in which they are written.</param>
internal sealed class ObjectReader<T>(Func<object?[], T> construct, ReadMember[] members) : ValueReader<T>
{
    // An array for one object at a time. Objects inside of it have another type.
    private object?[]? _idle = new object?[members.Length];

    public override bool TryRead(ref Utf8JsonReader reader, out T value)
    {
        value = default!;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;

        var arguments = Interlocked.Exchange(ref _idle, null) ?? new object?[members.Length];
        foreach (var member in members)
        {
            if (!member.TryRead(ref reader, arguments))
                return false;
        }

        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            return false;

        value = construct(arguments);
        Array.Clear(arguments);
        Volatile.Write(ref _idle, arguments);
        return true;
    }
}

/// <summary>A member of an object, and the argument that it is.</summary>
/// <param name="name">The name in JSON.</param>
/// <param name="position">The argument's position.</param>
/// <param name="takesNull">Whether null is an argument.</param>
/// <param name="value">Reads the value.</param>
internal sealed class ReadMember(byte[] name, int position, bool takesNull, ValueReader value)
{
    public bool TryRead(ref Utf8JsonReader reader, object?[] arguments)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || reader.ValueIsEscaped || !reader.ValueSpan.SequenceEqual(name))
            return false;

        reader.Read();
        if (reader.TokenType != JsonTokenType.Null)
            return value.TryReadObject(ref reader, out arguments[position]);

        arguments[position] = null;
        return takesNull;
    }
}
