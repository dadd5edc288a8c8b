using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Reads <c>[StringLength]</c>, <c>[Length]</c>, <c>[MinLength]</c> and <c>[MaxLength]</c>. If there are several, the tightest wins.</summary>
internal static class LengthReader
{
    // The value of [MaxLength] without an argument: no limit.
    private const int Unlimited = -1;

    public static LengthModel? Read(LimitAttributes attributes, LimitTarget target)
    {
        if (UnitOf(target.Kind) is not { } unit)
            return null;

        var minimum = 0;
        int? maximum = null;
        if (unit == LengthUnit.CodePoints && attributes.Find("StringLength") is { Arguments: [{ Value: int longest }] } text)
            Take(text, text.Named("MinimumLength") as int? ?? 0, longest);
        if (attributes.Find("Length") is { Arguments: [{ Value: int from }, { Value: int to }] } length)
            Take(length, from, to);
        if (attributes.Find("MinLength") is { Arguments: [{ Value: int least }] } min)
            Take(min, least, null);
        if (attributes.Find("MaxLength") is { Arguments: [{ Value: int most and not Unlimited }] } max)
            Take(max, 0, most == 0 ? throw new LimitException("has a [MaxLength] of 0; it must be at least 1") : most);
        if (minimum > maximum)
            throw new LimitException($"cannot have a length that is at least {minimum} and at most {maximum}");
        return minimum == 0 && maximum is null ? null : new(unit, minimum, maximum);

        void Take(LimitAttribute attribute, int low, int? high)
        {
            if (low < 0 || high < 0)
                throw new LimitException($"has a [{attribute.Name}] that is negative");
            minimum = Math.Max(minimum, low);
            maximum = high < maximum || maximum is null ? high ?? maximum : maximum;
        }
    }

    private static LengthUnit? UnitOf(LimitKind kind) => kind switch
    {
        LimitKind.Text => LengthUnit.CodePoints,
        LimitKind.Items => LengthUnit.Items,
        LimitKind.Entries => LengthUnit.Entries,
        LimitKind.Bytes => LengthUnit.Bytes,
        _ => null,
    };
}
