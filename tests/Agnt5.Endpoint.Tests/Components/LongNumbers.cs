using System.Numerics;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Whole numbers of any length.</summary>
public static class LongNumbers
{
    [Function]
    public static string NameLongNumber([Input] BigInteger number) => number.IsZero ? "zero" : "another";

    [Function]
    public static string NameLongKeys([Input] Dictionary<BigInteger, int> numbers) => $"{numbers.Count}";

    [Function]
    public static BigInteger MakeLongNumber([Input] int digits) => BigInteger.Pow(10, digits - 1);
}
