using System.Buffers;

namespace Agnt5.Lambda.Events;

/// <summary>Writes JSON into a text of JSON. It is UTF-8 and well-formed already, so only quotes, backslashes and line breaks need an escape.</summary>
internal static class JsonText
{
    private const int EscapedControlLength = 6;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static code => (byte)code), (byte)'"', (byte)'\\']);

    /// <summary>The length that the text will have, without its quotes.</summary>
    public static long LengthOf(ReadOnlySpan<byte> text)
    {
        long length = text.Length;
        for (int next; (next = text.IndexOfAny(Escaped)) >= 0; text = text[(next + 1)..])
            length += IsControl(text[next]) ? EscapedControlLength - 1 : 1;
        return length;
    }

    /// <summary>Writes the text without its quotes.</summary>
    public static void Write(ReadOnlySpan<byte> text, Span<byte> target)
    {
        for (int next; (next = text.IndexOfAny(Escaped)) >= 0; text = text[(next + 1)..])
        {
            text[..next].CopyTo(target);
            target = target[next..];
            target = target[Escape(text[next], target)..];
        }

        text.CopyTo(target);
    }

    private static int Escape(byte code, Span<byte> target)
    {
        target[0] = (byte)'\\';
        if (!IsControl(code))
        {
            target[1] = code;
            return 2;
        }

        "u00"u8.CopyTo(target[1..]);
        target[4] = Hex(code >> 4);
        target[5] = Hex(code & 15);
        return EscapedControlLength;
    }

    private static bool IsControl(byte code) => code < ' ';

    private static byte Hex(int digit) => "0123456789abcdef"u8[digit];
}
