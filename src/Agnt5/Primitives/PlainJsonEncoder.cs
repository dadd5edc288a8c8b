using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Agnt5.Primitives;

/// <summary>
/// Escapes only what JSON demands, in the form that JavaScript's <c>JSON.stringify</c> writes. An output then has the same length and hash as in the
/// other SDKs, and text beyond the basic plane is not three times as long. The encoders of .NET escape more, because their text may end up in HTML.
/// </summary>
internal sealed class PlainJsonEncoder : JavaScriptEncoder
{
    private const string Escaped =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\";

    private const int ReplacementCharacter = 0xFFFD;

    private static readonly SearchValues<byte> EscapedUtf8 = SearchValues.Create(Encoding.ASCII.GetBytes(Escaped));
    private static readonly SearchValues<char> EscapedUtf16 = SearchValues.Create(Escaped);

    [ThreadStatic]
    private static bool _sawHalf;

    private PlainJsonEncoder()
    {
    }

    public static PlainJsonEncoder Instance { get; } = new();

    /// <summary>Whether a text with half of a surrogate pair was written on this thread since this was last set to <see langword="false"/>. The writer itself does not report it.</summary>
    public static bool SawHalf
    {
        get => _sawHalf;
        set => _sawHalf = value;
    }

    /// <summary>Six: <c>\u001f</c>.</summary>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var escaped = utf8Text.IndexOfAny(EscapedUtf8);
        var kept = escaped < 0 ? utf8Text : utf8Text[..escaped];
        return System.Text.Unicode.Utf8.IsValid(kept) ? escaped : base.FindFirstCharacterToEncodeUtf8(utf8Text);
    }

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var all = new ReadOnlySpan<char>(text, textLength);
        var escaped = all.IndexOfAny(EscapedUtf16);
        // The rest is checked when it is encoded.
        var kept = escaped < 0 ? all : all[..escaped];
        var halves = kept.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (halves < 0 || FirstUnpaired(kept, halves) is not { } unpaired)
            return escaped;

        _sawHalf = true;
        return unpaired;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        // This character needs no escape itself. The base class passes it only to replace half of a pair, for example behind an escaped character.
        if (unicodeScalar == ReplacementCharacter)
            _sawHalf = true;
        var output = new Span<char>(buffer, bufferLength);
        var shorthand = unicodeScalar switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => '\0',
        };
        return shorthand == '\0'
            ? output.TryWrite($"\\u{unicodeScalar:x4}", out numberOfCharactersWritten)
            : output.TryWrite($"\\{shorthand}", out numberOfCharactersWritten);
    }

    // Half of a surrogate pair has no UTF-8 form. The base class writes the replacement character instead.
    private static int? FirstUnpaired(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return i;
            i++;
        }

        return null;
    }
}
