using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Agnt5.Json;

/// <summary>
/// Hashes keys with numbers that are drawn when the process starts. The hash codes of .NET's numbers, Guids and times are the same in every process, so a caller could send thousands of keys with
/// one hash code: each of them would be compared with all others. To mix such a hash code again would not help. So the whole value is hashed, by multiply-shift hashing: for keys
/// that were chosen without these numbers, two collide as rarely as two random ones.
/// </summary>
internal static class KeyHash
{
    private static readonly UInt128 First = Draw();
    private static readonly UInt128 Second = Draw();
    private static readonly UInt128 Added = Draw();

    /// <summary>Hashes two words. The upper bits of the result are the best ones.</summary>
    public static ulong Mix(ulong first, ulong second) => (ulong)(((First * first) + (Second * second) + Added) >> 64);

    /// <summary>Hashes a value, so that equal values have equal hashes.</summary>
    public static ulong Of<T>(T value)
    {
        // For each T the compiler keeps one of these lines.
        if (IsOneWord<T>())
            return Mix(Bits(value), 0);
        if (typeof(T) == typeof(Guid) || typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128))
            return Mix(Word(value, 0), Word(value, sizeof(ulong)));
        if (typeof(T) == typeof(DateTime))
            return Mix((ulong)((DateTime)(object)value!).Ticks, 0);
        if (typeof(T) == typeof(DateTimeOffset))
            return Mix((ulong)((DateTimeOffset)(object)value!).UtcTicks, 0);
        if (typeof(T) == typeof(double))
            return OfFloatingPoint((double)(object)value!);
        if (typeof(T) == typeof(float))
            return OfFloatingPoint((float)(object)value!);
        if (typeof(T) == typeof(Half))
            return OfFloatingPoint((double)(Half)(object)value!);
        if (typeof(T) == typeof(decimal))
            return OfDecimal((decimal)(object)value!);
        if (typeof(T) == typeof(BigInteger))
            return OfBytes(((BigInteger)(object)value!).ToByteArray());
        if (value is Version version)
            return Mix(Mix((uint)version.Major, (uint)version.Minor), Mix((uint)version.Build, (uint)version.Revision));

        // Texts have random hash codes already. A type of the project decides by its own GetHashCode.
        return value is null ? 0 : Mix((uint)EqualityComparer<T>.Default.GetHashCode(value), 0);
    }

    /// <summary>Whether .NET's hash code of a type's values is the same in every process.</summary>
    public static bool IsForeseeable<T>() =>
        IsOneWord<T>() || typeof(T) == typeof(Guid) || typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128) || typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateTimeOffset)
        || typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(Half) || typeof(T) == typeof(decimal) || typeof(T) == typeof(BigInteger) || typeof(T) == typeof(Version);

    private static bool IsOneWord<T>() =>
        typeof(T) == typeof(bool) || typeof(T) == typeof(char) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(byte) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort)
        || typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
        || typeof(T) == typeof(DateOnly) || typeof(T) == typeof(TimeOnly) || typeof(T) == typeof(TimeSpan) || typeof(T).IsEnum;

    private static ulong Bits<T>(T value) => Unsafe.SizeOf<T>() switch
    {
        sizeof(byte) => Unsafe.BitCast<T, byte>(value),
        sizeof(ushort) => Unsafe.BitCast<T, ushort>(value),
        sizeof(uint) => Unsafe.BitCast<T, uint>(value),
        _ => Unsafe.BitCast<T, ulong>(value),
    };

    private static ulong Word<T>(T value, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref value), offset));

    // Both zeros are equal, and so are all values that are no number.
    private static ulong OfFloatingPoint(double value) => Mix(value == 0 ? 0 : double.IsNaN(value) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(value), 0);

    // 1.0 and 1.00 are equal.
    private static ulong OfDecimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var digits = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        var places = value.Scale;
        while (places > 0 && digits % 10 == 0)
        {
            digits /= 10;
            places--;
        }

        return digits == 0 ? Mix(0, 0) : Mix((ulong)digits, (ulong)(digits >> 64) | ((ulong)places << 32) | (decimal.IsNegative(value) ? 1UL << 63 : 0));
    }

    private static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            hash = Mix(hash, MemoryMarshal.Read<ulong>(bytes));
        foreach (var rest in bytes)
            hash = Mix(hash, rest);
        return hash;
    }

    private static UInt128 Draw()
    {
        Span<ulong> words = stackalloc ulong[2];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(words));
        return new UInt128(words[0], words[1]);
    }
}
