namespace Agnt5.Agents;

/// <summary>Reads the fields of a small message of Protocol Buffers. It ends at the first byte that it does not understand.</summary>
internal static class ProtobufFields
{
    /// <summary>One field: a number, or the bytes of a text or message.</summary>
    internal readonly record struct Field(int Number, ulong Value, ReadOnlyMemory<byte> Bytes);

    public static IEnumerable<Field> In(ReadOnlyMemory<byte> message)
    {
        while (Varint(ref message) is { } tag)
        {
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0 when Varint(ref message) is { } value:
                    yield return new Field(number, value, default);
                    break;
                case 2 when Varint(ref message) is { } length && length <= (ulong)message.Length:
                    yield return new Field(number, 0, message[..(int)length]);
                    message = message[(int)length..];
                    break;
                default:
                    yield break;
            }
        }
    }

    private static ulong? Varint(ref ReadOnlyMemory<byte> message)
    {
        ulong value = 0;
        for (var i = 0; i < Math.Min(message.Length, 10); i++)
        {
            var next = message.Span[i];
            value |= (ulong)(next & 0x7f) << (7 * i);
            if ((next & 0x80) == 0)
            {
                message = message[(i + 1)..];
                return value;
            }
        }

        return null;
    }
}
