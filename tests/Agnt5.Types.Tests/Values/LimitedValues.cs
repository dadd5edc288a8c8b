using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Agnt5.Types.Tests.Values;

/// <summary>Values within the limits of DataAnnotations, which an input has to keep.</summary>
internal static class LimitedValues
{
    /// <summary>A value that keeps the limits, or <see langword="null"/> where there are none.</summary>
    public static object? Create(Type type, IEnumerable<ValidationAttribute> limits, Random random)
    {
        var all = limits.ToArray();
        if (all.Length == 0)
            return null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        for (var attempt = 0; attempt < 1000; attempt++)
            if (Candidate(plain, random) is { } value && Array.TrueForAll(all, limit => limit.IsValid(value)))
                return value;
        if (all.All(static limit => limit is RequiredAttribute))
            return null;
        throw new InvalidOperationException($"No {type} is known that keeps {string.Join(", ", all.Select(static limit => limit.GetType().Name))}.");
    }

    /// <summary>The limits of a member or parameter, and of the constructor parameter of a member.</summary>
    public static IEnumerable<ValidationAttribute> Of(ICustomAttributeProvider member) => member.GetCustomAttributes(inherit: true).OfType<ValidationAttribute>();

    private static object? Candidate(Type type, Random random)
    {
        if (type == typeof(string))
            return new[] { "a", "ab", "é字", "AB-12", "ada@example.com", "https://example.com/", "", "abcde" }[random.Next(8)];
        if (type == typeof(int[]))
            return Enumerable.Range(0, random.Next(4)).ToArray();
        if (type == typeof(List<string>))
            return Enumerable.Range(0, random.Next(4)).Select(static number => $"{number}").ToList();
        if (type == typeof(Dictionary<string, int>))
            return Enumerable.Range(0, random.Next(4)).ToDictionary(static number => $"{number}", static number => number);
        if (type == typeof(byte[]))
            return new byte[random.Next(3)];
        return type.IsPrimitive || type == typeof(decimal) ? Convert.ChangeType(random.Next(102), type, CultureInfo.InvariantCulture) : ScalarValues.Create(type, random);
    }
}
