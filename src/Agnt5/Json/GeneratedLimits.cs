using System.Text.Json.Serialization.Metadata;
using Agnt5.Json.Limits;

namespace Agnt5.Generated;

/// <summary>The run-time half of the DataAnnotations on members of inputs. Generated code passes them on as the source declares them.</summary>
public static class GeneratedLimits
{
    /// <summary>Puts limits on a member. The limits hold for input, not for outputs and step results.</summary>
    /// <param name="member">The member's metadata.</param>
    /// <param name="limits">Limits that this class has created.</param>
    public static JsonPropertyInfo Hold(JsonPropertyInfo member, params ReadOnlySpan<MemberLimit> limits)
    {
        ArgumentNullException.ThrowIfNull(member);
        member.AttributeProvider = new MemberLimits(limits);
        return member;
    }

    /// <summary>Creates the limits of an input as a whole.</summary>
    /// <param name="limits">Limits that this class has created.</param>
    public static MemberLimits Of(params ReadOnlySpan<MemberLimit> limits) => new(limits);

    /// <summary>Requires that the member is given and is not <see langword="null"/>.</summary>
    /// <param name="refusesBlank">Whether a text of white space alone is refused.</param>
    public static MemberLimit Required(bool refusesBlank) => new RequiredLimit(refusesBlank);

    /// <summary>Limits a value to a range.</summary>
    /// <param name="minimum">The least value as invariant text, or <see langword="null"/> for none.</param>
    /// <param name="maximum">The greatest value as invariant text, or <see langword="null"/> for none.</param>
    /// <param name="minimumIsExclusive">Whether the least value itself is refused.</param>
    /// <param name="maximumIsExclusive">Whether the greatest value itself is refused.</param>
    public static MemberLimit Range<T>(string? minimum, string? maximum, bool minimumIsExclusive = false, bool maximumIsExclusive = false)
        where T : struct, IComparable<T>, IParsable<T> => new RangeLimit<T>(minimum, maximum, minimumIsExclusive, maximumIsExclusive);

    /// <summary>Limits a length: the code points of a text, the items of an array, the members of a dictionary or the bytes of a base64 text.</summary>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number, or <see langword="null"/> for none.</param>
    public static MemberLimit Length(int minimum, int? maximum) => new LengthLimit(minimum, maximum);

    /// <summary>Requires that a text matches a regular expression. An empty text always matches.</summary>
    /// <param name="written">The expression as errors show it.</param>
    /// <param name="anchored">The same expression, anchored to match a whole text.</param>
    public static MemberLimit Pattern(string written, string anchored) => new PatternLimit(written, anchored);

    /// <summary>Allows only the listed values.</summary>
    /// <param name="hasNull">Whether <see langword="null"/> is in the list.</param>
    /// <param name="values">The other values.</param>
    public static MemberLimit Allowed<T>(bool hasNull, params T[] values)
        where T : notnull => new ValuesLimit<T>(areAllowed: true, hasNull, values);

    /// <summary>Refuses the listed values.</summary>
    /// <param name="hasNull">Whether <see langword="null"/> is in the list.</param>
    /// <param name="values">The other values.</param>
    public static MemberLimit Denied<T>(bool hasNull, params T[] values)
        where T : notnull => new ValuesLimit<T>(areAllowed: false, hasNull, values);

    /// <summary>Requires a text with one <c>@</c>, which is neither its first nor its last character.</summary>
    public static MemberLimit EmailAddress() => new EmailAddressLimit();

    /// <summary>Requires a text that begins with <c>http://</c>, <c>https://</c> or <c>ftp://</c>.</summary>
    public static MemberLimit Url() => new UrlLimit();

    /// <summary>Requires that items are not <see langword="null"/>.</summary>
    /// <param name="levels">Bit 0 for the member's items, bit 1 for the items of those, and so on.</param>
    public static MemberLimit ItemsWithoutNull(int levels) => new ItemsWithoutNullLimit(levels);
}
