using System.Globalization;

namespace Agnt5.Shared;

/// <summary>Reads one field: a list of values, ranges and steps.</summary>
internal static class CronFieldParser
{
    private const string Any = "*";

    /// <summary>Reads a field.</summary>
    /// <param name="text">The field's text.</param>
    /// <param name="field">The field.</param>
    /// <param name="problem">The problem, if the result is <see langword="null"/>; its corrected text is the whole field.</param>
    public static CronValues? Parse(string text, CronField field, out CronProblem? problem)
    {
        problem = null;
        var items = text.Split(',');
        var values = new CronValues(field, items.Any(static item => item is Any or "*/1"));
        for (var i = 0; i < items.Length; i++)
            if (AddItem(items[i], field, values) is { } found)
            {
                problem = new($"{field.Name} {QuotedText.Of(text)}: {found.Text}", Mend(items, i, found.Mended));
                return null;
            }

        return values;
    }

    // An empty item is left out, with its comma.
    private static string? Mend(string[] items, int index, string? mended) =>
        items[index].Length == 0 ? string.Join(",", items.Where(static item => item.Length > 0))
        : mended is null ? null
        : string.Join(",", items.Select((item, i) => i == index ? mended : item));

    private static CronProblem? AddItem(string item, CronField field, CronValues values)
    {
        if (item.Length == 0)
            return new("a value is missing before, between or after commas");
        var parts = item.Split('/');
        if (parts.Length > 2)
            return new($"{QuotedText.Of(item)} has two steps: write one");
        if (AddRange(parts[0], parts.Length == 2, field, out var first, out var last) is { } problem)
            return problem.Mended is { } mended && parts.Length == 2 ? problem with { Mended = mended.Contains(",") ? null : $"{mended}/{parts[1]}" } : problem;
        var step = 1;
        if (parts.Length == 2 && ReadStep(parts[1], parts[0], field, out step) is { } stepProblem)
            return stepProblem;
        for (var value = first; value <= last; value += step)
            values.Add(value);
        return null;
    }

    private static CronProblem? AddRange(string text, bool hasStep, CronField field, out int first, out int last)
    {
        (first, last) = (field.First, field.First + field.Count - 1);
        if (text == Any)
            return null;
        var ends = text.Split('-');
        if (ReadValue(ends[0], field, isAlone: ends.Length == 1, out first) is { } problem)
            return Whole(problem, mended => string.Join("-", [mended, .. ends.Skip(1)]));
        // A step from one value goes to the end of the field, as in all schedulers that support it.
        last = hasStep ? Math.Max(first, last) : first;
        if (ends.Length == 1)
            return null;
        if (ends.Length > 2)
            return new($"{QuotedText.Of(text)} is not a range: a range is two values with '-' between them");
        if (ReadValue(ends[1], field, isAlone: false, out last) is { } endProblem)
            return Whole(endProblem, mended => $"{ends[0]}-{mended}");
        return first <= last ? null : Backwards(text, field, first, last);

        static CronProblem Whole(CronProblem part, Func<string, string> around) => part with { Mended = part.Mended is { } mended ? around(mended) : null };
    }

    private static CronProblem Backwards(string text, CronField field, int first, int last)
    {
        if (field == CronField.Weekday && last == 0)
            return new($"{QuotedText.Of(text)} runs backwards: Sunday is 0 at the beginning of a range and 7 at its end", $"{first}-7");
        if (field == CronField.Weekday && first == 7)
            return new($"{QuotedText.Of(text)} runs backwards: Sunday is 0 at the beginning of a range and 7 at its end", $"0-{last}");
        return new(
            $"{QuotedText.Of(text)} runs backwards: a range ends after it begins, so write two",
            $"{Row(first, field.First + field.Count - 1)},{Row(field.First, last)}");

        static string Row(int from, int to) => from == to ? CronWords.Number(from) : $"{from}-{to}";
    }

    private static CronProblem? ReadValue(string text, CronField field, bool isAlone, out int value)
    {
        if (TryReadNumber(text, out value))
            return value >= field.First && value <= field.Last
                ? null
                : new($"{field.Plural} are {field.Range}", field == CronField.Hour && value == 24 && isAlone ? "0" : null);
        if (field.FindByName(text) is { } named)
        {
            value = named;
            return null;
        }

        return CronDialects.ExplainValue(text, field);
    }

    private static CronProblem? ReadStep(string text, string range, CronField field, out int step)
    {
        if (!TryReadNumber(text, out step))
            return new($"{QuotedText.Of(text)} is not a step: a step is a number from 1 to {field.Count - 1}");
        if (step >= 1 && step < field.Count)
            return null;
        return new(
            step == 0 ? "a step of 0 leads nowhere: it is at least 1" : $"a step of {step} leads out of the {field.Plural}, which are {field.First} to {field.First + field.Count - 1}",
            step == field.Count && range == Any ? CronWords.Number(field.First) : null);
    }

    // Only ASCII digits: no sign and no blanks.
    private static bool TryReadNumber(string text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 9 && text.All(static character => character is >= '0' and <= '9')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
