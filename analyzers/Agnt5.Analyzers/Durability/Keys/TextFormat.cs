using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>Reads format strings.</summary>
internal static class TextFormat
{
    /// <summary>The format, if it is constant.</summary>
    public static string? Of(IOperation? format) => format?.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The format of a hole: <c>N0</c> for 1 in <c>{0}-{1:N0}</c>.</summary>
    public static string? OfHole(string text, int number)
    {
        var start = 0;
        while ((start = text.IndexOf('{', start)) >= 0)
        {
            start++;
            var end = text.IndexOf('}', start);
            if (end < 0)
                return null;
            var hole = text.Substring(start, end - start);
            var colon = hole.IndexOf(':');
            var name = (colon < 0 ? hole : hole.Substring(0, colon)).Split(',')[0].Trim();
            if (colon >= 0 && int.TryParse(name, out var found) && found == number)
                return hole.Substring(colon + 1);
        }

        return null;
    }

    /// <summary>Whether a format writes an integer after a culture: with separators of groups and decimals, a currency or a percent sign.</summary>
    public static bool IsOfCulture(string? format)
    {
        if (format is null || format.Length == 0)
            return false;
        return IsStandard(format) ? "cefnpCEFNP".IndexOf(format[0]) >= 0 : format.IndexOfAny([',', '.', '%', '‰']) >= 0;
    }

    private static bool IsStandard(string format)
    {
        var isStandard = char.IsLetter(format[0]);
        for (var index = 1; index < format.Length; index++)
            isStandard &= char.IsDigit(format[index]);
        return isStandard;
    }
}
