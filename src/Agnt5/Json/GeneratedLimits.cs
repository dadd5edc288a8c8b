using System.Text.Json.Serialization.Metadata;
using Agnt5.Json.Limits;

namespace Agnt5.Generated;

/// <summary>The run-time half of the DataAnnotations on members of inputs: generated code hands them over as they are written.</summary>
public static class GeneratedLimits
{
    /// <summary>Puts limits on a member. Input is held to them; outputs and step results are not.</summary>
    /// <param name="member">The member's metadata.</param>
    /// <param name="limits">What this class creates.</param>
    public static JsonPropertyInfo Hold(JsonPropertyInfo member, params ReadOnlySpan<MemberLimit> limits)
    {
        ArgumentNullException.ThrowIfNull(member);
        member.AttributeProvider = new MemberLimits(limits);
        return member;
    }

    /// <summary>Limits of an input as a whole.</summary>
    /// <param name="limits">What this class creates.</param>
    public static MemberLimits Of(params ReadOnlySpan<MemberLimit> limits) => new(limits);

    /// <summary>The member must be given, and not as <see langword="null"/>.</summary>
    /// <param name="refusesBlank">Whether a text must have more than white space.</param>
    public static MemberLimit Required(bool refusesBlank) => new RequiredLimit(refusesBlank);

    /// <summary>The least and the greatest value.</summary>
    /// <param name="minimum">The least value as invariant text, or <see langword="null"/> for none.</param>
    /// <param name="maximum">The greatest value as invariant text, or <see langword="null"/> for none.</param>
    /// <param name="minimumIsExclusive">Whether the least value itself is refused.</param>
    /// <param name="maximumIsExclusive">Whether the greatest value itself is refused.</param>
    public static MemberLimit Range<T>(string? minimum, string? maximum, bool minimumIsExclusive = false, bool maximumIsExclusive = false)
        where T : struct, IComparable<T>, IParsable<T> => new RangeLimit<T>(minimum, maximum, minimumIsExclusive, maximumIsExclusive);

    /// <summary>How many code points a text, items an array, members a dictionary or bytes a base64 text has.</summary>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number, or <see langword="null"/> for none.</param>
    public static MemberLimit Length(int minimum, int? maximum) => new LengthLimit(minimum, maximum);

    /// <summary>A regular expression. An empty text meets it.</summary>
    /// <param name="written">The expression as it is shown.</param>
    /// <param name="anchored">The expression that matches a whole text or nothing.</param>
    public static MemberLimit Pattern(string written, string anchored) => new PatternLimit(written, anchored);

    /// <summary>The only values that there may be.</summary>
    /// <param name="hasNull">Whether <see langword="null"/> is one.</param>
    /// <param name="values">The others.</param>
    public static MemberLimit Allowed<T>(bool hasNull, params T[] values)
        where T : notnull => new ValuesLimit<T>(areAllowed: true, hasNull, values);

    /// <summary>Values that there must not be.</summary>
    /// <param name="hasNull">Whether <see langword="null"/> is one.</param>
    /// <param name="values">The others.</param>
    public static MemberLimit Denied<T>(bool hasNull, params T[] values)
        where T : notnull => new ValuesLimit<T>(areAllowed: false, hasNull, values);

    /// <summary>A text with one <c>@</c> that is neither its first nor its last character.</summary>
    public static MemberLimit EmailAddress() => new EmailAddressLimit();

    /// <summary>A text that begins with <c>http://</c>, <c>https://</c> or <c>ftp://</c>.</summary>
    public static MemberLimit Url() => new UrlLimit();

    /// <summary>Items that must not be <see langword="null"/>.</summary>
    /// <param name="levels">Bit 0 for the member's own items, bit 1 for the items of these, and so on.</param>
    public static MemberLimit ItemsWithoutNull(int levels) => new ItemsWithoutNullLimit(levels);
}
