using System.Globalization;

namespace Agnt5.HostDifferences.Probes;

/// <summary>The text, bytes and order of Guids.</summary>
internal static class Guids
{
    public static void Add(Report report)
    {
        var guid = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        foreach (var format in (string[])["D", "N", "B", "P", "X"])
            report.Add($"Guid as {format}", () => guid.ToString(format, CultureInfo.InvariantCulture));
        report.Add("Guid bytes", () => guid.ToByteArray());
        report.Add("Guid bytes, big end first", () => guid.ToByteArray(bigEndian: true));
        report.Add("Guid version", () => guid.Version);
        report.Add("Guid.AllBitsSet", () => Guid.AllBitsSet);
        report.Add("Guid.CreateVersion7, its time", () => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(20000)).ToString()[..15]);
        report.Add("Guid of other forms", () => Guid.Parse("{0x0f8fad5b,0xd9cb,0x469f,{0xa1,0x65,0x70,0x86,0x77,0x28,0x95,0x0e}}"));
        report.AddHash("order of Guids", Values.Bits(300).Select(Make).Order(), static one => one);
        report.AddHash("comparison of Guids", Values.Bits(300).Select(Make), one => one.CompareTo(guid));
    }

    private static Guid Make(ulong bits) => new((int)bits, (short)(bits >> 32), (short)(bits >> 48), (byte)bits, 2, 3, 4, 5, 6, 7, 8);
}
