using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Time zones by their names in the IANA database and in Windows.</summary>
internal static class TimeZones
{
    private static readonly string[] Ids =
    [
        // No old names, such as US/Eastern: some distributions have them in a package of their own.
        "UTC", "Etc/UTC", "GMT", "Europe/Paris", "Europe/Dublin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "America/Sao_Paulo", "Etc/GMT+5",
        "Pacific Standard Time", "Central European Standard Time", "India Standard Time", "europe/paris", "Nowhere/Nothing",
    ];

    public static void Add(Report report)
    {
        foreach (var id in Ids)
        {
            var found = new Lazy<TimeZoneInfo>(() => TimeZoneInfo.FindSystemTimeZoneById(id));
            report.Add($"zone {id}: id", () => found.Value.Id);
            report.Add($"zone {id}: has an IANA id", () => found.Value.HasIanaId);
            report.Add($"zone {id}: standard name", () => found.Value.StandardName);
            report.Add($"zone {id}: daylight name", () => found.Value.DaylightName);
            report.Add($"zone {id}: display name", () => found.Value.DisplayName);
            report.Add($"zone {id}: base offset", () => found.Value.BaseUtcOffset);
            report.Add($"zone {id}: supports daylight saving", () => found.Value.SupportsDaylightSavingTime);
            report.AddHash($"zone {id}: offsets 1970 to 2037", Days(1970, 2037), day => found.Value.GetUtcOffset(day));
            report.AddHash($"zone {id}: offsets 1900 to 1969", Days(1900, 1969), day => found.Value.GetUtcOffset(day));
            report.AddHash($"zone {id}: offsets 2038 to 2100", Days(2038, 2100), day => found.Value.GetUtcOffset(day));
            report.AddHash($"zone {id}: daylight saving", Days(2020, 2030), day => found.Value.IsDaylightSavingTime(day));
            report.AddHash($"zone {id}: invalid and ambiguous hours", Hours(), hour => $"{found.Value.IsInvalidTime(hour)} {found.Value.IsAmbiguousTime(hour)}");
            report.AddHash($"zone {id}: hours to UTC", Hours(), hour => found.Value.IsInvalidTime(hour) ? null : TimeZoneInfo.ConvertTimeToUtc(hour, found.Value).Ticks);
            report.Add($"zone {id}: Windows id", () => TimeZoneInfo.TryConvertIanaIdToWindowsId(id, out var windows) ? windows : null);
            report.Add($"zone {id}: IANA id", () => TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana) ? iana : null);
        }

        report.Add("custom zone", () => TimeZoneInfo.CreateCustomTimeZone("mine", TimeSpan.FromHours(3), "Mine", "My time").ToSerializedString());
        report.Add("local zone", () => TimeZoneInfo.Local.Id);
        report.Add("local time of a moment", () => DateTimeOffset.UnixEpoch.ToLocalTime().ToString("O", CultureInfo.InvariantCulture));
        report.Add("kind of a time with an offset", () => DateTime.Parse("2026-07-01T13:04:05+02:00", CultureInfo.InvariantCulture).Kind);
        report.Add("time with an offset, as local", () => DateTime.Parse("2026-07-01T13:04:05+02:00", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<DateTimeOffset> Days(int first, int last) =>
        Enumerable.Range(0, (last - first) * 26).Select(week => new DateTimeOffset(first, 1, 1, 5, 0, 0, TimeSpan.Zero).AddDays(week * 14));

    // The months in which clocks change, in the north and in the south.
    private static IEnumerable<DateTime> Hours() => ((int[])[3, 4, 10, 11]).SelectMany(static month => Enumerable.Range(0, 700).Select(hour => new DateTime(2026, month, 1, 0, 30,
        0).AddHours(hour)));
}
