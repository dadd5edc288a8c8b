using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Cultures: which there are, and what they write.</summary>
internal static class Cultures
{
    public static void Add(Report report)
    {
        report.Add("current culture", () => CultureInfo.CurrentCulture.Name);
        report.Add("current UI culture", () => CultureInfo.CurrentUICulture.Name);
        report.Add("installed UI culture", () => CultureInfo.InstalledUICulture.Name);
        report.Add("number of cultures", () => CultureInfo.GetCultures(CultureTypes.AllCultures).Length);
        report.Add("current region", () => RegionInfo.CurrentRegion.Name);
        foreach (var name in (string[])["", "en-US", "de-DE", "fr-FR", "tr-TR", "ar-SA", "hi-IN", "ja-JP", "xx-nowhere"])
        {
            report.Add($"culture '{name}'", () => CultureInfo.GetCultureInfo(name).DisplayName);
            report.Add($"culture '{name}': number", () => 1234567.891.ToString("N2", CultureInfo.GetCultureInfo(name)));
            report.Add($"culture '{name}': money", () => (-1234.5m).ToString("C", CultureInfo.GetCultureInfo(name)));
            report.Add($"culture '{name}': percent", () => 0.256.ToString("P1", CultureInfo.GetCultureInfo(name)));
            report.Add($"culture '{name}': date", () => new DateTime(2026, 3, 4).ToString("D", CultureInfo.GetCultureInfo(name)));
            report.Add($"culture '{name}': short date", () => new DateTime(2026, 3, 4).ToString("d", CultureInfo.GetCultureInfo(name)));
            report.Add($"culture '{name}': parses 1.234,5", () => double.Parse("1.234,5", CultureInfo.GetCultureInfo(name)));
            report.Add($"culture '{name}': upper case of i", () => "i\u0131\u00DF".ToUpper(CultureInfo.GetCultureInfo(name)));
            report.Add($"culture '{name}': title case", () => CultureInfo.GetCultureInfo(name).TextInfo.ToTitleCase("the old MAN and the sea"));
            report.Add($"culture '{name}': list separator", () => CultureInfo.GetCultureInfo(name).TextInfo.ListSeparator);
            report.Add($"culture '{name}': identifier", () => CultureInfo.GetCultureInfo(name).LCID);
        }

        report.Add("region US", () => new RegionInfo("US").CurrencySymbol);
        report.Add("region of the invariant currency", () => NumberFormatInfo.InvariantInfo.CurrencySymbol);
        report.Add("number of current culture", () => 1234567.891.ToString("N2"));
        report.Add("money of current culture", () => 1234.5m.ToString("C"));
    }
}
