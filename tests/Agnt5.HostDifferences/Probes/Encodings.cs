using System.Buffers.Text;
using System.Text;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Texts as bytes, also where one cannot be the other.</summary>
internal static class Encodings
{
    private static readonly byte[][] Broken = [[0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x61, 0x80, 0x62], [0xC0, 0xAF], [0xEF, 0xBB, 0xBF, 0x61]];

    public static void Add(Report report)
    {
        foreach (var bytes in Broken)
        {
            var name = Convert.ToHexString(bytes);
            report.Add($"UTF-8 {name}", () => Encoding.UTF8.GetString(bytes));
            report.Add($"UTF-8 {name}, strict", () => new UTF8Encoding(false, true).GetString(bytes));
            report.Add($"UTF-16 {name}", () => Encoding.Unicode.GetString(bytes));
            report.Add($"ASCII {name}", () => Encoding.ASCII.GetString(bytes));
            report.Add($"Latin 1 {name}", () => Encoding.Latin1.GetString(bytes));
            report.Add($"UTF-32 {name}", () => Encoding.UTF32.GetString(bytes));
        }

        foreach (var text in (string[])["\uD800", "a\uDC00b", "\u20AC", "\uD83D\uDE00"])
        {
            report.Add($"UTF-8 of '{text}'", () => Encoding.UTF8.GetBytes(text));
            report.Add($"ASCII of '{text}'", () => Encoding.ASCII.GetBytes(text));
            report.Add($"Latin 1 of '{text}'", () => Encoding.Latin1.GetBytes(text));
            report.Add($"UTF-16 of '{text}'", () => Encoding.BigEndianUnicode.GetBytes(text));
        }

        report.Add("Encoding.Default", () => Encoding.Default.WebName);
        report.Add("Console.OutputEncoding", () => Console.OutputEncoding.WebName);
        report.Add("windows-1252", () => Encoding.GetEncoding(1252).WebName);
        report.Add("iso-8859-1", () => Encoding.GetEncoding("iso-8859-1").CodePage);
        report.Add("utf-7", () => Encoding.GetEncoding("utf-7").CodePage);
        report.Add("shift_jis", () => Encoding.GetEncoding("shift_jis").CodePage);
        report.Add("number of encodings", () => Encoding.GetEncodings().Length);
        report.Add("windows-1252 by its provider", () => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("\u20AC\u00E9\u4E2D"));
        report.AddHash("Base64", Values.Bits(300), static bits => Convert.ToBase64String(BitConverter.GetBytes(bits)));
        report.Add("Base64 in lines", () => Convert.ToBase64String(new byte[100], Base64FormattingOptions.InsertLineBreaks));
        report.Add("Base64 with spaces", () => Convert.FromBase64String(" A A\r\nEC "));
        report.Add("Base64 with rest bits", () => Convert.FromBase64String("AAB="));
        report.Add("Base64 without an end", () => Convert.FromBase64String("AAE"));
        report.Add("Base64 for addresses", () => Base64Url.EncodeToString([0xFB, 0xFF, 0xFE, 1]));
        report.Add("Base64 for addresses, rest bits", () => Base64Url.DecodeFromChars("AAF"));
        report.AddHash("hex", Values.Bits(300), static bits => Convert.ToHexString(BitConverter.GetBytes(bits)));
    }
}
