using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json.Limits;

/// <summary><c>[Range]</c> of numbers and times.</summary>
internal sealed class RangeLimit<T> : MemberLimit
    where T : struct, IComparable<T>, IParsable<T>
{
    private readonly Bound? _minimum;
    private readonly Bound? _maximum;

    public RangeLimit(string? minimum, string? maximum, bool minimumIsExclusive, bool maximumIsExclusive)
    {
        _minimum = Bound.From(minimum, minimumIsExclusive);
        _maximum = Bound.From(maximum, maximumIsExclusive);
    }

    internal override bool Admits(JsonElement value, JsonTypeInfo type) =>
        !MemberValue.TryRead<T>(value, type, out var read)
        || ((_minimum is null || _minimum.Admits(read.CompareTo(_minimum.Value))) && (_maximum is null || _maximum.Admits(_maximum.Value.CompareTo(read))));

    internal override string Describe(JsonElement value, JsonTypeInfo type)
    {
        var what = JsonExpectation.NounOf(type);
        if (_minimum is { IsExclusive: false } from && _maximum is { IsExclusive: false } to)
            return $"{what} from {from.Text} to {to.Text}";

        string?[] parts = [_minimum?.Words("greater than", "of at least"), _maximum?.Words("less than", "of at most")];
        return $"{what} {string.Join(" and ", parts.OfType<string>())}";
    }

    private sealed record Bound(T Value, string Text, bool IsExclusive)
    {
        public static Bound? From(string? text, bool isExclusive) =>
            text is null ? null : new(T.Parse(text, CultureInfo.InvariantCulture), text, isExclusive);

        public bool Admits(int distance) => IsExclusive ? distance > 0 : distance >= 0;

        public string Words(string exclusive, string inclusive) => $"{(IsExclusive ? exclusive : inclusive)} {Text}";
    }
}
