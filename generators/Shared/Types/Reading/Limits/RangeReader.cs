using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads <c>[Range]</c> on numbers and times.</summary>
internal static class RangeReader
{
    public static RangeModel? Read(LimitAttributes attributes, LimitTarget target)
    {
        if (target.Kind is not (LimitKind.Integer or LimitKind.Number or LimitKind.Time) || attributes.Find("Range") is not { } range)
            return null;
        if (Bounds(range.Arguments) is not var (from, to))
            return null;

        var isLowExclusive = range.Named("MinimumIsExclusive") is true;
        var isHighExclusive = range.Named("MaximumIsExclusive") is true;
        return target.Kind switch
        {
            LimitKind.Integer => IntegerRangeReader.Read(target, from, to, isLowExclusive, isHighExclusive),
            LimitKind.Number => NumberRangeReader.Read(target, from, to, isLowExclusive, isHighExclusive),
            _ => TimeRangeReader.Read(target, from, to, isLowExclusive, isHighExclusive),
        };
    }

    public static LimitException NotReadable(string bound, LimitTarget target) =>
        new($"has a [Range] whose bound \"{bound}\" is not a valid {ShapeText.Of(target.Type)} in the invariant culture");

    public static LimitException Empty(string from, string to) => new($"has a [Range] that no value is in: from {from} to {to}");

    private static (string From, string To)? Bounds(IReadOnlyList<TypedConstant> arguments) => arguments switch
    {
        [{ Value: int from }, { Value: int to }] => (from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture)),
        [{ Value: double from }, { Value: double to }] => (from.ToString("R", CultureInfo.InvariantCulture), to.ToString("R", CultureInfo.InvariantCulture)),
        [{ Kind: TypedConstantKind.Type }, { Value: string from }, { Value: string to }] => (from.Trim(), to.Trim()),
        _ => null,
    };
}
