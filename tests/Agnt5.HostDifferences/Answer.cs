using System.Collections;
using System.Globalization;
using System.Text;

namespace Agnt5.HostDifferences;

/// <summary>Values as text that loses nothing: a fraction has its bits.</summary>
internal static class Answer
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool or char => value.ToString()!,
        double number => $"{BitConverter.DoubleToUInt64Bits(number):x16}",
        float number => $"{BitConverter.SingleToUInt32Bits(number):x8}",
        Half number => $"{BitConverter.HalfToUInt16Bits(number):x4}",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => string.Join(' ', items.Cast<object?>().Select(Of)),
        _ => value.ToString() ?? "",
    };

    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is >= ' ' and <= '~')
                escaped.Append(character);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return escaped.ToString();
    }
}
