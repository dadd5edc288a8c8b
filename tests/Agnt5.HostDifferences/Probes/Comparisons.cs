using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Comparing and searching texts, by code units and by culture.</summary>
internal static class Comparisons
{
    private static readonly (string, string)[] Pairs =
    [
        ("a", "B"), ("a", "A"), ("co-op", "coop"), ("\u00E9", "e\u0301"), ("\u00DF", "ss"), ("i", "\u0130"), ("", "\u00AD"), ("a\0b", "ab"), ("\uD83D\uDE00", "\uFF5E"),
        ("\u01C6", "d\u017E"), ("resume", "r\u00E9sum\u00E9"),
        ("_", "-"), ("item10", "item9"), ("\u212A", "k"), ("\u03C3", "\u03C2"),
    ];

    public static void Add(Report report)
    {
        foreach (var (left, right) in Pairs)
        {
            foreach (var how in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase, StringComparison.InvariantCulture,
                StringComparison.InvariantCultureIgnoreCase,
                StringComparison.CurrentCulture, StringComparison.CurrentCultureIgnoreCase])
            {
                report.Add($"compare '{left}' '{right}' {how}", () => Math.Sign(string.Compare(left, right, how)));
                report.Add($"equals '{left}' '{right}' {how}", () => string.Equals(left, right, how));
                report.Add($"index of '{right}' in '{left}' {how}", () => $"x{left}y".IndexOf(right, how));
            }

            report.Add($"compare to '{left}' '{right}'", () => Math.Sign(left.CompareTo(right)));
            report.Add($"begins '{left}' '{right}'", () => left.StartsWith(right));
            report.Add($"ends '{left}' '{right}'", () => left.EndsWith(right));
            report.Add($"compare '{left}' '{right}' ignoring accents", () =>
                Math.Sign(CultureInfo.InvariantCulture.CompareInfo.Compare(left, right, CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreCase)));
            report.Add($"compare '{left}' '{right}' ignoring symbols", () => Math.Sign(CultureInfo.InvariantCulture.CompareInfo.Compare(left, right, CompareOptions.IgnoreSymbols)));
        }

        foreach (var text in Pairs.Select(static pair => pair.Item1).Distinct())
            report.Add($"sort key '{text}'", () => CultureInfo.InvariantCulture.CompareInfo.GetSortKey(text).KeyData);

        report.Add("numeric order", () => Math.Sign(CultureInfo.InvariantCulture.CompareInfo.Compare("item10", "item9", CompareOptions.NumericOrdering)));
        report.Add("string order of a list", () => ((string[])["b", "A", "a", "_", "B", "-", "1", "\u00E4", "z"]).Order());
        report.Add("ordinal order of a list", () => ((string[])["b", "A", "a", "_", "B", "-", "1", "\u00E4", "z"]).Order(StringComparer.Ordinal));
        report.Add("sorted dictionary of texts", () => new SortedDictionary<string, int> { ["b"] = 1, ["A"] = 2, ["a"] = 3, ["_"] = 4 }.Keys);
        report.Add("sorted set of texts", () => new SortedSet<string> { "b", "A", "a", "B", "co-op", "coop" });
        report.Add("index of a culture in a line", () => "\r\n".IndexOf("\n", StringComparison.CurrentCulture));
        report.Add("index of nothing", () => "abc".IndexOf("", StringComparison.CurrentCulture));
        report.Add("last index of nothing", () => "abc".LastIndexOf("", StringComparison.Ordinal));
        report.Add("maximum of texts", () => ((string[])["b", "A", "a", "B"]).Max());
    }
}
