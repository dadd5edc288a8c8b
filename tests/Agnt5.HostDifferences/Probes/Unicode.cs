using System.Globalization;
using System.Text;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Categories, normalization and characters as people see them.</summary>
internal static class Unicode
{
    private static readonly string[] Texts = ["e\u0301", "\u00E9", "\uFB01", "\u1100\u1161", "\uAC00", "a\u0323\u0307", "a\u0307\u0323", "\u212B", "\u2126", "abc", "\u00BD", "\uFF21"];

    public static void Add(Report report)
    {
        var characters = Values.Characters;
        report.AddHash("char.GetUnicodeCategory", characters, static one => (int)char.GetUnicodeCategory(one));
        report.AddHash("char.IsLetterOrDigit", characters, static one => char.IsLetterOrDigit(one));
        report.AddHash("char.IsWhiteSpace", characters, static one => char.IsWhiteSpace(one));
        report.AddHash("char.IsPunctuation", characters, static one => char.IsPunctuation(one));
        report.AddHash("char.GetNumericValue", characters, static one => char.GetNumericValue(one));
        report.AddHash("Rune category", Enumerable.Range(0x10000, 0x4000), static code => (int)Rune.GetUnicodeCategory(new Rune(code)));
        foreach (var form in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKC, NormalizationForm.FormKD])
        {
            foreach (var text in Texts)
            {
                report.Add($"normalize '{text}' {form}", () => text.Normalize(form));
                report.Add($"is normalized '{text}' {form}", () => text.IsNormalized(form));
            }
        }

        foreach (var text in (string[])["e\u0301x", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\uD83C\uDDE9\uD83C\uDDEA\uD83C\uDDEB", "\r\n", "\u0915\u094D\u0937",
            "\u1100\u1161\u11A8"])
        {
            report.Add($"text elements of '{text}'", () => new StringInfo(text).LengthInTextElements);
            report.Add($"positions in '{text}'", () => StringInfo.ParseCombiningCharacters(text));
        }

        report.Add("name of a domain", () => new IdnMapping().GetAscii("b\u00FCcher.example"));
        report.Add("name of a domain, back", () => new IdnMapping().GetUnicode("xn--bcher-kva.example"));
        report.Add("name of a domain in large letters", () => new IdnMapping().GetAscii("B\u00DCCHER.example"));
        report.Add("name of a domain with sharp s", () => new IdnMapping().GetAscii("fa\u00DF.de"));
        report.Add("name of a domain, not composed", () => new IdnMapping().GetAscii("bu\u0308cher.example"));
        report.Add("trim", () => "\u00A0\u200B a\u2003".Trim());
        report.Add("split", () => "a\u2028b\u0085c".Split((char[]?)null));
        report.Add("lines", () => "a\u2028b\u0085c\rd".ReplaceLineEndings("|"));
    }
}
