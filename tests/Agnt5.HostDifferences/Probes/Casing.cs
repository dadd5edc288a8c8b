using System.Globalization;
using System.Text;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Large and small letters of the whole of Unicode.</summary>
internal static class Casing
{
    public static void Add(Report report)
    {
        var characters = Values.Characters;
        var pairs = Enumerable.Range(0x10000, 0x2000).Concat(Enumerable.Range(0x1E000, 0x1000)).Select(char.ConvertFromUtf32).ToArray();
        report.AddHash("char.ToUpperInvariant", characters, static one => (int)char.ToUpperInvariant(one));
        report.AddHash("char.ToLowerInvariant", characters, static one => (int)char.ToLowerInvariant(one));
        report.AddHash("char.ToUpper", characters, static one => (int)char.ToUpper(one));
        report.AddHash("char.ToLower", characters, static one => (int)char.ToLower(one));
        report.AddHash("string.ToUpperInvariant", characters, static one => one.ToString().ToUpperInvariant());
        report.AddHash("string.ToLowerInvariant", characters, static one => one.ToString().ToLowerInvariant());
        report.AddHash("string.ToUpper", characters, static one => one.ToString().ToUpper());
        report.AddHash("string.ToLower", characters, static one => one.ToString().ToLower());
        report.AddHash("pairs ToUpperInvariant", pairs, static one => one.ToUpperInvariant());
        report.AddHash("pairs ToLowerInvariant", pairs, static one => one.ToLowerInvariant());
        report.AddHash("Rune.ToUpperInvariant", pairs, static one => Rune.ToUpperInvariant(Rune.GetRuneAt(one, 0)).Value);
        report.AddHash("equal in any case", characters, static one => string.Equals(one.ToString(), one.ToString().ToUpperInvariant(), StringComparison.OrdinalIgnoreCase));
        report.AddHash("equal in any case as a pair", pairs, static one => string.Equals(one, one.ToUpperInvariant(), StringComparison.OrdinalIgnoreCase));
        report.Add("upper case of sharp s", () => "stra\u00DFe".ToUpperInvariant());
        report.Add("lower case of dotted I", () => "\u0130".ToLowerInvariant());
        report.Add("upper case of dotless i", () => "\u0131".ToUpperInvariant());
        report.Add("Turkish I, current culture", () => "TITLE \u0130".ToLower());
        report.Add("lower case of a final sigma", () => "\u03A3".ToLowerInvariant());
        report.Add("lower case, Turkish culture", () => "I".ToLower(new CultureInfo("tr-TR")));
        report.Add("title case, current culture", () => CultureInfo.CurrentCulture.TextInfo.ToTitleCase("l'\u00E9t\u00E9 \u01C6ep"));
    }
}
