using Agnt5.Shared;
using static Agnt5.Generators.Emission.GeneratedTypes;

namespace Agnt5.Generators.Emission;

/// <summary>Writes the limits of a member, which the run time checks input against.</summary>
internal static class LimitsEmitter
{
    /// <summary>The metadata of a member with its limits: the text before it, and the text after it.</summary>
    public static (string Before, string After) Around(MemberModel member) =>
        member.Limits is { } limits ? ($"{GeneratedLimits}.Hold(", $", {List(limits)})") : ("", "");

    /// <summary>The limits of an input as a whole.</summary>
    public static string Whole(LimitsModel limits) => $"{GeneratedLimits}.Of({List(limits)})";

    // A list in brackets is a span in C# 12 too, which knows no params span.
    private static string List(LimitsModel limits) => $"[{string.Join(", ", Expressions(limits).Select(static call => $"{GeneratedLimits}.{call}"))}]";

    private static IEnumerable<string> Expressions(LimitsModel limits)
    {
        if (limits.IsRequired)
            yield return $"Required(refusesBlank: {CSharpText.Bool(limits.RefusesBlank)})";
        if (limits.Range is { } range)
            yield return $"Range<{range.Type}>({Text(range.Minimum)}, {Text(range.Maximum)}{Exclusive("minimum", range.MinimumIsExclusive)}{Exclusive("maximum", range.MaximumIsExclusive)})";
        if (limits.Length is { } length)
            yield return FormattableString.Invariant($"Length({length.Minimum}, {(length.Maximum is { } maximum ? FormattableString.Invariant($"{maximum}") : "null")})");
        if (limits.Pattern is { } pattern)
            yield return $"Pattern({CSharpText.Literal(pattern.Written)}, {CSharpText.Literal(pattern.Anchored)})";
        if (limits.Allowed is { } allowed)
            yield return Values("Allowed", allowed);
        if (limits.Denied is { } denied)
            yield return Values("Denied", denied);
        if (limits.IsEmailAddress)
            yield return "EmailAddress()";
        if (limits.IsUrl)
            yield return "Url()";
        if (limits.ItemsWithoutNull != 0)
            yield return FormattableString.Invariant($"ItemsWithoutNull(0b{Convert.ToString(limits.ItemsWithoutNull, 2)})");
    }

    private static string Text(string? bound) => bound is null ? "null" : CSharpText.Literal(bound);

    private static string Exclusive(string bound, bool isExclusive) => isExclusive ? $", {bound}IsExclusive: true" : "";

    private static string Values(string name, ValuesModel values) => $"{name}<{values.Type}>({CSharpText.Bool(values.HasNull)}{string.Concat(values.Values.Select(static value => ", " + value))})";
}
