using System.ComponentModel.DataAnnotations;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Agnt5.Types.Tests.Schemas;

/// <summary>Texts that a pattern has to accept and to refuse. Its spelling does not matter.</summary>
internal static class Patterns
{
    private static readonly (string[] Accepted, string[] Refused) Number = (["0", "-1", "12.5", "-0.25", "1E+20", "5e-7"], ["", "x", "+1", "01", "1.", ".5", "NaN", "1 ", "0x1"]);

    private static readonly Dictionary<Type, (string[] Accepted, string[] Refused)> ByType = new()
    {
        [typeof(char)] = (["a", "\uffff", "字", "\n"], ["😀"]),
        [typeof(TimeSpan)] =
        (
            ["00:00:00", "1.02:03:04", "-23:59:59.9999999", "10675198.23:59:59", "10675199.02:48:05.4775807", "-10675199.02:48:05.4775808"],
            ["", "1:2:3", "24:00:00", "00:60:00", "10675199.02:48:05.4775808", "10675199.03:00:00", "10675200.00:00:00", "+00:00:00", " 00:00:00", "PT1H"]
        ),
        [typeof(TimeOnly)] =
        (
            ["00:00:00", "23:59:59.9999999", "12:30:00.5"],
            ["", "24:00:00", "12:30", "1:02:03", "12:60:00", "12:30:60", "12:30:00.12345678", "12:30:00Z", "1.02:03:04", "-12:30:00"]
        ),
        [typeof(Version)] = (["1.2", "1.2.3", "0.0.0.2147483647"], ["", "1", "1.2.3.4.5", "1.2147483648", "v1.2", "1.-2", "1."]),
        [typeof(RequiredAttribute)] = (["a", " a ", "\n."], ["", " ", "\t\n"]),
        [typeof(EmailAddressAttribute)] = (["ada@example.com", "a@b"], ["", "ada", "@b", "a@", "a@b@c"]),
        [typeof(UrlAttribute)] = (["http://a", "HTTPS://example.com/x", "ftp://a"], ["", "example.com", "mailto:a@b", " http://a"]),
        // The pattern of the corpus.
        [typeof(RegularExpressionAttribute)] = (["AB-12", ""], ["AB-1", "AB-123", "xAB-12", "ab-12", " AB-12"]),
        [typeof(float)] = Number,
        [typeof(double)] = Number,
        [typeof(Half)] = Number,
        [typeof(decimal)] = Number,
        [typeof(BigInteger)] = (["0", "-1", new string('9', 80)], ["", "x", "+1", "01", "1.0", "1e5"]),
        [typeof(sbyte)] = Integer(sbyte.MinValue, sbyte.MaxValue),
        [typeof(byte)] = Integer(byte.MinValue, byte.MaxValue),
        [typeof(short)] = Integer(short.MinValue, short.MaxValue),
        [typeof(ushort)] = Integer(ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = Integer(int.MinValue, int.MaxValue),
        [typeof(uint)] = Integer(uint.MinValue, uint.MaxValue),
        [typeof(long)] = Integer(long.MinValue, long.MaxValue),
        [typeof(ulong)] = Integer(ulong.MinValue, ulong.MaxValue),
        [typeof(Int128)] = Integer(Int128.MinValue, Int128.MaxValue),
        [typeof(UInt128)] = Integer(UInt128.MinValue, UInt128.MaxValue),
    };

    /// <summary>The placeholder in an expected schema for any pattern that texts of this type meet.</summary>
    public static string Of(Type type) => "$" + ByType.Keys.Single(known => known == type).Name;

    /// <summary>Whether a pattern accepts and refuses the right texts.</summary>
    public static bool Meets(string expected, string pattern)
    {
        var (accepted, refused) = ByType.Single(pair => "$" + pair.Key.Name == expected).Value;
        return accepted.All(text => Regex.IsMatch(text, pattern, RegexOptions.ECMAScript)) && !refused.Any(text => Regex.IsMatch(text, pattern, RegexOptions.ECMAScript));
    }

    private static (string[] Accepted, string[] Refused) Integer(BigInteger least, BigInteger most) =>
        ([$"{least}", $"{most}", "0", "1", $"{least + 1}", $"{most - 1}", $"{most / 2}", $"{most / 10}"], [$"{least - 1}", $"{most + 1}", $"{most * 10}", "", "x", "01", "+1", "1.0", "1e1", " 1"]);
}
