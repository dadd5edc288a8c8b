using System.Text.Json;

namespace Agnt5.Json;

/// <summary>The text of a date or time in the form that .NET parses.</summary>
internal static class InternetTime
{
    /// <summary>The longest text that is read, escaped characters included. RFC 3339 allows any number of digits behind the second.</summary>
    public const int MaxLength = 256;

    // A tick is the smallest part of a second that .NET knows.
    private const int MostDigits = 7;

    /// <summary>Copies the text at a reader's position. Letters become capital ones, a space between date and time becomes a T, and digits beyond a tick are left out.</summary>
    /// <param name="reader">The reader, at a string or a name.</param>
    /// <param name="text">Takes <see cref="MaxLength"/> bytes.</param>
    /// <param name="length">The length of the copy.</param>
    /// <returns>Whether the text may be a time: it has no other characters.</returns>
    public static bool TryCopy(in Utf8JsonReader reader, scoped Span<byte> text, out int length)
    {
        length = 0;
        if ((reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) > MaxLength)
            return false;

        var digits = -1;
        foreach (var letter in text[..reader.CopyString(text)])
        {
            digits = letter == '.' ? 0 : digits >= 0 && char.IsAsciiDigit((char)letter) ? digits + 1 : -1;
            if (digits > MostDigits)
                continue;
            if (!char.IsAsciiDigit((char)letter) && !"-:.+TtZz "u8.Contains(letter))
                return false;
            text[length++] = letter switch
            {
                (byte)'t' or (byte)' ' => (byte)'T',
                (byte)'z' => (byte)'Z',
                _ => letter,
            };
        }

        return true;
    }
}
