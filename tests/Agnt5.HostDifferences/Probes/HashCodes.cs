namespace Agnt5.HostDifferences.Probes;

/// <summary>Hash codes that are no random numbers of the process. Those of texts and of HashCode.Combine are, everywhere.</summary>
internal static class HashCodes
{
    private enum Small : byte
    {
        Seven = 7,
    }

    public static void Add(Report report)
    {
        report.Add("hash of int", () => Values.Int("-7").GetHashCode());
        report.Add("hash of long", () => Values.Long("-5000000000").GetHashCode());
        report.Add("hash of ulong", () => ulong.MaxValue.GetHashCode());
        report.Add("hash of short", () => ((short)Values.Int("-7")).GetHashCode());
        report.Add("hash of sbyte", () => ((sbyte)Values.Int("-7")).GetHashCode());
        report.Add("hash of char", () => ((char)Values.Int("77")).GetHashCode());
        report.Add("hash of bool", () => true.GetHashCode());
        report.Add("hash of double", () => Values.Double("1.5").GetHashCode());
        report.Add("hash of -0", () => (-Values.Double("0")).GetHashCode());
        report.Add("hash of NaN", () => Values.Double("NaN").GetHashCode());
        report.Add("hash of computed NaN", () => (Values.Double("0") / Values.Double("0")).GetHashCode());
        report.Add("hash of float", () => Values.Single("1.5").GetHashCode());
        report.Add("hash of float NaN", () => Values.Single("NaN").GetHashCode());
        report.Add("hash of Half", () => ((Half)Values.Double("1.5")).GetHashCode());
        report.Add("hash of enum", () => DayOfWeek.Friday.GetHashCode());
        report.Add("hash of byte enum", () => Small.Seven.GetHashCode());
        report.Add("hash of Guid", () => new Guid("0f8fad5b-d9cb-469f-a165-70867728950e").GetHashCode());
        report.Add("hash of DateTime", () => new DateTime(2026, 7, 1).GetHashCode());
        report.Add("hash of DateTimeOffset", () => new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.FromHours(2)).GetHashCode());
        report.Add("hash of DateOnly", () => new DateOnly(2026, 7, 1).GetHashCode());
        report.Add("hash of TimeOnly", () => new TimeOnly(12, 30).GetHashCode());
        report.Add("hash of TimeSpan", () => TimeSpan.FromHours(3).GetHashCode());
        report.Add("hash of Version", () => new Version(1, 2, 3, 4).GetHashCode());
        report.Add("hash of Index", () => (^3).GetHashCode());
        report.Add("hash of Rune", () => new System.Text.Rune('x').GetHashCode());
        report.Add("hash of int or nothing", () => ((int?)Values.Int("5")).GetHashCode());
        report.Add("hash of KeyValuePair", () => new KeyValuePair<int, int>(Values.Int("1"), 2).GetHashCode());
        report.Add("hash of struct of ints", () => new Point(Values.Int("1"), 2).GetHashCode());
        report.Add("hash of struct of int and long", () => new Padded((byte)Values.Int("1"), 2).GetHashCode());
        report.Add("hash of record struct", () => new Place(Values.Int("1"), 2).GetHashCode());
        report.Add("hash of tuple of one", () => ValueTuple.Create(Values.Int("5")).GetHashCode());
        report.Add("hash of BitVector32", () => new System.Collections.Specialized.BitVector32(Values.Int("5")).GetHashCode());
        
        report.Add("hash of an array by its items", () => ((System.Collections.IStructuralEquatable)new[] { 1 }).Equals(new[] { 1 }, EqualityComparer<int>.Default));
    }

    private readonly struct Point(int x, int y)
    {
        public readonly int X = x;
        public readonly int Y = y;
    }

    private readonly struct Padded(byte small, long large)
    {
        public readonly byte Small = small;
        public readonly long Large = large;
    }

    private readonly record struct Place(int X, int Y);
}
