using System.Text.Json;

namespace Agnt5.Tools;

/// <summary>Knows the limits in a schema that nobody wrote: those of the types of .NET. A model does not reach them, and pays for them in each request.</summary>
internal static class TypeLimits
{
    // No pattern of this length spells out a range.
    private const int LongestForm = 60;

    private const string Duration = "[d.]hh:mm:ss";
    private const string Version = "1.2[.3[.4]]";
    private const string Number = "";

    // A range of the smaller types is kept: a model does go beyond 255.
    private static readonly HashSet<string> Minima = ["-2147483648", "-9223372036854775808", "-170141183460469231731687303715884105728"];

    private static readonly HashSet<string> Maxima =
    [
        "2147483647", "4294967295", "9223372036854775807", "18446744073709551615",
        "170141183460469231731687303715884105727", "340282366920938463463374607431768211455",
    ];

    /// <summary>Whether a bound is only the bound of an integer's type.</summary>
    public static bool IsBound(JsonElement schema, JsonProperty bound) =>
        schema.TryGetProperty("type"u8, out var type) && IsInteger(type) && bound.Value.ValueKind == JsonValueKind.Number
        && (bound.NameEquals("minimum"u8) ? Minima : Maxima).Contains(bound.Value.GetRawText());

    /// <summary>What a model is told in place of a pattern that spells out the range of a type to its last digit: the form, an empty text where the type says enough, or <see langword="null"/> where
    /// the pattern says something else.</summary>
    public static string? FormOf(JsonElement pattern)
    {
        if (pattern.ValueKind != JsonValueKind.String || pattern.GetString() is not { Length: > LongestForm } text)
            return null;
        if (text.StartsWith("^(-?(", StringComparison.Ordinal) && text.Contains(@"10675199\.02:48:05", StringComparison.Ordinal))
            return Duration;
        if (text.StartsWith("^((0|[1-9]", StringComparison.Ordinal) && text.EndsWith("|2147483647)){1,3})$", StringComparison.Ordinal))
            return Version;
        if (text.TrimStart('^').TrimStart('(') is not (['-', '(', ..] or ['0', '|', ..]))
            return null;
        return Maxima.Any(maximum => text.TrimEnd('$').TrimEnd(')').EndsWith("|" + maximum, StringComparison.Ordinal)) ? Number : null;
    }

    private static bool IsInteger(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(static name => name.ValueEquals("integer"u8))
        : type.ValueKind == JsonValueKind.String && type.ValueEquals("integer"u8);
}
