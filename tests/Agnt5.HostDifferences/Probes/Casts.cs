namespace Agnt5.HostDifferences.Probes;

/// <summary>Unchecked conversions of fractions to integers: inside of the range, and out of it.</summary>
internal static class Casts
{
    private static readonly string[] Numbers =
    [
        "NaN", "Infinity", "-Infinity", "1.9", "-1.9", "-0.5", "200.5", "-200.5", "40000.5", "-40000.5", "70000", "3000000000", "-3000000000", "5000000000", "9223372036854775808",
        "1e19", "2e19", "1e30", "-1e30",
    ];

    public static void Add(Report report)
    {
        foreach (var number in Numbers)
        {
            var (wide, narrow) = (Values.Double(number), Values.Single(number));
            report.Add($"cast double to sbyte {number}", () => (sbyte)wide);
            report.Add($"cast double to byte {number}", () => (byte)wide);
            report.Add($"cast double to short {number}", () => (short)wide);
            report.Add($"cast double to ushort {number}", () => (ushort)wide);
            report.Add($"cast double to char {number}", () => (int)(char)wide);
            report.Add($"cast double to int {number}", () => (int)wide);
            report.Add($"cast double to uint {number}", () => (uint)wide);
            report.Add($"cast double to long {number}", () => (long)wide);
            report.Add($"cast double to ulong {number}", () => (ulong)wide);
            report.Add($"cast double to nint {number}", () => (long)(nint)wide);
            report.Add($"cast double to Int128 {number}", () => (Int128)wide);
            report.Add($"cast double to UInt128 {number}", () => (UInt128)wide);
            report.Add($"cast float to byte {number}", () => (byte)narrow);
            report.Add($"cast float to short {number}", () => (short)narrow);
            report.Add($"cast float to int {number}", () => (int)narrow);
            report.Add($"cast float to uint {number}", () => (uint)narrow);
            report.Add($"cast float to long {number}", () => (long)narrow);
            report.Add($"cast float to ulong {number}", () => (ulong)narrow);
            report.Add($"cast Half to int {number}", () => (int)(Half)wide);
            report.Add($"cast Half to byte {number}", () => (byte)(Half)wide);
            report.Add($"cast enum from double {number}", () => (int)(DayOfWeek)wide);
        }
    }
}
