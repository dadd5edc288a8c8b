using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Values;

/// <summary>Values of the types that have no members: the extremes first of all, then anything.</summary>
internal static class ScalarValues
{
    private static readonly string[] Texts =
    [
        "", " ", "plain", "quote \" back \\ slash / tab \t line \n return \r nul \0 bell \a", "Ünïcödé ß é", "日本語", "😀 👩‍👩‍👧 𝔘", "\u2028\u2029\u0085\ufeff", "e\u0301", "<script>&'+</script>",
        "null", "true", "12", "1e5", "{}", "$id", "__proto__", new string('x', 300), "\ud83d\ude00\u007f\u200d",
    ];

    private static readonly string[] Json =
    [
        "null", "true", "0", "-1.5e10", "12345678901234567890123", "\"text\"", "\"😀\"", "[]", "{}", """[1,"2",null,[],{"a":{}}]""", """{"a":1,"B":[true],"":{"nested":null}}""",
    ];

    public static object? Create(Type type, Random random)
    {
        if (type.IsEnum)
            return OfEnum(type, random);
        return Candidates(type, random) is { } candidates ? candidates[random.Next(candidates.Length)] : null;
    }

    private static object[]? Candidates(Type type, Random random) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean when type == typeof(bool) => [true, false],
        TypeCode.SByte => [sbyte.MinValue, sbyte.MaxValue, (sbyte)0, (sbyte)random.Next(-128, 128)],
        TypeCode.Byte => [byte.MinValue, byte.MaxValue, (byte)random.Next(256)],
        TypeCode.Int16 => [short.MinValue, short.MaxValue, (short)0, (short)random.Next(-999, 999)],
        TypeCode.UInt16 => [ushort.MinValue, ushort.MaxValue, (ushort)random.Next(999)],
        TypeCode.Int32 => [int.MinValue, int.MaxValue, 0, 1, -1, random.Next(-99999, 99999)],
        TypeCode.UInt32 => [uint.MinValue, uint.MaxValue, (uint)random.Next()],
        TypeCode.Int64 => [long.MinValue, long.MaxValue, 0L, (1L << 53) + 1, random.NextInt64()],
        TypeCode.UInt64 => [ulong.MinValue, ulong.MaxValue, (ulong)random.NextInt64()],
        TypeCode.Single => [float.MinValue, float.MaxValue, float.Epsilon, 0f, -0f, 0.1f, 1e20f, random.NextSingle()],
        TypeCode.Double => [double.MinValue, double.MaxValue, double.Epsilon, 0d, -0d, 0.1d, 1e300, 123456789012345680d, random.NextDouble()],
        TypeCode.Decimal => [decimal.MinValue, decimal.MaxValue, 0m, 0.00m, 1.10m, 0.0000000000000000000000000001m, (decimal)random.Next() / 100],
        TypeCode.Char => ['a', '"', '\\', '\0', 'é', '\u2028', '字', (char)random.Next(32, 0xd7ff)],
        TypeCode.String => [.. Texts, Word(random)],
        TypeCode.DateTime => DateTimes(random),
        _ => OfFramework(type, random),
    };

    private static object[]? OfFramework(Type type, Random random) => type.FullName switch
    {
        "System.Int128" => [Int128.MinValue, Int128.MaxValue, Int128.Zero, (Int128)random.NextInt64()],
        "System.UInt128" => [UInt128.MinValue, UInt128.MaxValue, (UInt128)random.NextInt64()],
        "System.Half" => [Half.MinValue, Half.MaxValue, Half.Epsilon, Half.Zero, (Half)random.NextSingle()],
        "System.Numerics.BigInteger" => [BigInteger.Zero, BigInteger.MinusOne, BigInteger.Pow(10, 60), -BigInteger.Pow(7, 90), new BigInteger(random.NextInt64())],
        "System.Guid" => [Guid.Empty, Guid.AllBitsSet, OfBytes(random)],
        "System.Uri" => [new Uri("https://example.com/a?b=c#d"), new Uri("urn:x:y"), new Uri("relative/ä b", UriKind.Relative), new Uri("/", UriKind.Relative)],
        "System.Version" => [new Version(1, 2), new Version(1, 2, 3), new Version(0, 0, 0, int.MaxValue)],
        "System.DateTimeOffset" =>
        [
            DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, new DateTimeOffset(2026, 2, 28, 23, 59, 59, 999, TimeSpan.FromMinutes(-570)),
            new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks / 2), TimeSpan.FromHours(random.Next(0, 14))),
        ],
        "System.DateOnly" => [DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29), DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber))],
        "System.TimeOnly" => [TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(12, 30), new TimeOnly(random.NextInt64(TimeOnly.MaxValue.Ticks))],
        "System.TimeSpan" => [TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromTicks(1), -TimeSpan.FromHours(25), new TimeSpan(random.NextInt64())],
        "System.Byte[]" => [Array.Empty<byte>(), new byte[] { 0 }, new byte[] { 255, 254, 253 }, Bytes(random)],
        "System.Object" or "System.Text.Json.JsonElement" => [.. Json.Select(static json => (object)JsonDocument.Parse(json).RootElement)],
        "System.Text.Json.JsonDocument" => [.. Json.Where(static json => json != "null").Select(static json => (object)JsonDocument.Parse(json))],
        "System.Text.Json.Nodes.JsonNode" => [.. Json.Select(static json => JsonNode.Parse(json)).OfType<object>()],
        "System.Text.Json.Nodes.JsonObject" => [.. Json.Select(static json => JsonNode.Parse(json)).OfType<JsonObject>()],
        "System.Text.Json.Nodes.JsonArray" => [.. Json.Select(static json => JsonNode.Parse(json)).OfType<JsonArray>()],
        _ when type == typeof(Memory<byte>) => [Memory<byte>.Empty, new Memory<byte>(Bytes(random))],
        _ when type == typeof(ReadOnlyMemory<byte>) => [ReadOnlyMemory<byte>.Empty, new ReadOnlyMemory<byte>(Bytes(random))],
        _ => null,
    };

    // Any combination of flags that has names for all of it.
    private static object OfEnum(Type type, Random random)
    {
        var values = Enum.GetValuesAsUnderlyingType(type);
        var value = values.GetValue(random.Next(values.Length))!;
        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
            return Enum.ToObject(type, value);

        var other = Convert.ToUInt64(values.GetValue(random.Next(values.Length)), CultureInfo.InvariantCulture);
        return Enum.ToObject(type, Convert.ToUInt64(value, CultureInfo.InvariantCulture) | other);
    }

    private static object[] DateTimes(Random random) =>
    [
        DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, new DateTime(2026, 9, 1, 12, 30, 0, DateTimeKind.Utc), new DateTime(2026, 9, 1, 12, 30, 0, 123, DateTimeKind.Local),
        new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Unspecified), new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), (DateTimeKind)random.Next(2)),
    ];

    private static Guid OfBytes(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(64)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Any characters but lone surrogates, which no JSON text can hold.</summary>
    private static string Word(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(12); length > 0; length--)
            text.Append(new Rune(random.Next(4) == 0 ? random.Next(0x1f300, 0x1f5ff) : random.Next(0xd7ff)));
        return text.ToString();
    }
}
