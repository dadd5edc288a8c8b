using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>Writes the limits of a member as keywords of its schema: every limit that JSON Schema can express, and nothing that would accept more than the run time does.</summary>
internal static class LimitsWriter
{
    private const string NotBlank = @"\S";
    private const string EmailAddress = @"^[^@\r\n]+@[^@\r\n]+$";
    private const string Url = "^([hH][tT][tT][pP][sS]?|[fF][tT][pP])://";

    /// <summary>A sized integer with the bounds of a range, if these are tighter than the type's bounds.</summary>
    public static TypeModel Tighten(TypeModel type, LimitsModel? limits) =>
        limits?.Range is { IsNumber: true } range && type is ScalarModel { Range: { } own } integer
            ? integer with { Range = new(range.Minimum ?? own.Minimum, range.Maximum ?? own.Maximum) }
            : type;

    /// <summary>Writes the keywords after those of the member's type.</summary>
    public static void Write(LimitsModel? limits, TypeModel type, JsonWriter json)
    {
        if (limits is null)
            return;
        if (limits.Range is { IsNumber: true } range && type is not ScalarModel { Range: not null })
            WriteRange(range, json);
        if (limits.Length is { } length)
            WriteLength(length, json);
        WritePatterns(limits, type, json);
        if (type is not (ScalarModel or EnumModel { Names: not null }))
            return;
        if (limits.Allowed?.Json is { } allowed)
            WriteAllowed(allowed, type, json);
        if (limits.Denied?.Json is { } denied)
            json.Name("not").StartObject().Name("enum").Raw(List(denied)).EndObject();
    }

    private static void WriteRange(RangeModel range, JsonWriter json)
    {
        if (range.Minimum is { } minimum)
            json.Name(range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum").Raw(minimum);
        if (range.Maximum is { } maximum)
            json.Name(range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum").Raw(maximum);
    }

    private static void WriteLength(LengthModel length, JsonWriter json)
    {
        var what = length.Unit switch
        {
            LengthUnit.CodePoints => "Length",
            LengthUnit.Items => "Items",
            LengthUnit.Entries => "Properties",
            _ => null,
        };
        if (what is null)
            return;
        if (length.Minimum > 0)
            json.Name("min" + what).Raw(FormattableString.Invariant($"{length.Minimum}"));
        if (length.Maximum is { } maximum)
            json.Name("max" + what).Raw(FormattableString.Invariant($"{maximum}"));
    }

    private static void WritePatterns(LimitsModel limits, TypeModel type, JsonWriter json)
    {
        var patterns = new List<string>();
        if (limits.RefusesBlank)
            patterns.Add(NotBlank);
        if (limits.Pattern?.Ecma is { } written)
            patterns.Add(written);
        if (limits.IsEmailAddress)
            patterns.Add(EmailAddress);
        if (limits.IsUrl)
            patterns.Add(Url);

        // A Uri already has a format, and a schema has only one.
        var isText = type is ScalarModel { Constraints: null };
        if (isText && (limits.IsEmailAddress || limits.IsUrl))
            json.Name("format").Text(limits.IsEmailAddress ? "email" : "uri");
        if (patterns.Count == 1)
            json.Name("pattern").Text(patterns[0]);
        else if (patterns.Count > 1)
            json.Name("allOf").Raw($"[{string.Join(",", patterns.Select(static pattern => $"{{\"pattern\":{JsonText.Quote(pattern)}}}"))}]");
    }

    // The schema of an enum has a list already.
    private static void WriteAllowed(EquatableArray<string> values, TypeModel type, JsonWriter json)
    {
        if (type is EnumModel)
            json.Name("allOf").StartArray().StartObject().Name("enum").Raw(List(values)).EndObject().EndArray();
        else
            json.Name("enum").Raw(List(values));
    }

    private static string List(EquatableArray<string> values) => $"[{string.Join(",", values)}]";
}
