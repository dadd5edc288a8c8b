namespace Agnt5.Shared;

/// <summary>Forms that other schedulers read and AGNT5 does not, with the form to write instead.</summary>
internal static class CronDialects
{
    private const string Form = "a schedule has five fields (minute, hour, day of the month, month, day of the week)";

    /// <summary>Explains a text that does not have five fields.</summary>
    public static CronProblem Explain(string expression, string[] fields)
    {
        if (expression.Trim() is ['@', ..] macro)
            return new($"AGNT5 knows no macros, and {Form}", MacroOf(macro));
        if (fields.Length > 0 && fields[0].IndexOf('=') >= 0)
            return new($"AGNT5 takes no time zone with a schedule, and {Form}");
        if (fields.Any(static field => field[0] == ',' || field[field.Length - 1] == ','))
            return new($"a list has no blanks, and {Form}", WithoutBlanksInLists(fields));
        return fields.Length switch
        {
            0 => new($"it is blank: {Form}"),
            6 when EndsWithYear(fields) => new($"it has 6 fields, the last of them a year: {Form}", fields[5] == "*" ? Join(fields.Take(5)) : null),
            6 => new($"it has 6 fields, the first of them seconds: {Form}, and the shortest interval is a minute", WithoutSeconds(fields)),
            7 => new($"it has 7 fields, from seconds to years: {Form}", fields[6] == "*" ? WithoutSeconds([.. fields.Take(6)]) : null),
            _ => new($"it has {fields.Length} {(fields.Length == 1 ? "field" : "fields")}: {Form}"),
        };
    }

    /// <summary>Explains a text that is neither a number nor a name of a field.</summary>
    public static CronProblem ExplainValue(string text, CronField field)
    {
        if (text == "?")
            return new("AGNT5 knows no '?': '*' means any", "*");
        if (field.FindShortName(text) is { } name)
            return new($"names have three letters: {name}", name);
        if (text.IndexOf('#') >= 0)
            return new($"AGNT5 knows no '#': start on every such day, and return at once if it is not the day that you mean");
        if (field == CronField.Day && text.ToUpperInvariant() is "L" or "LW")
            return new("AGNT5 knows no 'L': start on days 28-31, and return at once if the next day is in the same month");
        if (field == CronField.Weekday && text.Length > 1 && text[text.Length - 1] is 'L' or 'l')
            return new("AGNT5 knows no 'L': start on every such day, and return at once if the month has a later one");
        if (field == CronField.Day && text.Length > 1 && text[text.Length - 1] is 'W' or 'w')
            return new("AGNT5 knows no 'W': start on the days around it, and return at once if it is not the day that you mean");
        return new(
            text.Length == 0 ? $"a value is missing: {field.Plural} are {field.Range}"
            : $"{QuotedText.Of(text)} is not a valid {field.Name}: {field.Plural} are {field.Range}");
    }

    // Amazon's form has no seconds and a year at the end; it has a '?' for one of the two days. Quartz has it one place further back.
    private static bool EndsWithYear(string[] fields) =>
        fields[2] == "?" || (fields[4] == "?" && fields[5] != "?") || (fields[5].Length >= 4 && fields[5].Take(4).All(char.IsDigit));

    private static string? WithoutSeconds(string[] fields) => fields[0].All(char.IsDigit) ? Join(fields.Skip(1)) : null;

    private static string? MacroOf(string macro) => macro.ToLowerInvariant() switch
    {
        "@yearly" or "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" or "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => null,
    };

    private static string? WithoutBlanksInLists(string[] fields)
    {
        var joined = string.Join(" ", fields).Replace(", ", ",").Replace(" ,", ",");
        return joined.Split(' ').Length == 5 ? joined : null;
    }

    private static string Join(IEnumerable<string> fields) => string.Join(" ", fields);
}
