namespace Agnt5.Shared;

/// <summary>
/// Reads cron expressions as AGNT5 does: five fields of numbers, names, <c>*</c>, lists, ranges and steps. The existing parsers (Cronos, NCrontab)
/// read dialects that AGNT5 refuses (seconds, macros, <c>L</c>, <c>W</c>, <c>#</c>, <c>?</c>, ranges that run backwards), require both a day and a weekday instead of either, say
/// little about an error, and would have to be loaded into the compiler with the analyzers. The tests compare this parser with Cronos where the two agree.
/// </summary>
internal static class CronExpression
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Reads an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="problem">The problem, if the result is <see langword="null"/>.</param>
    public static CronSchedule? Parse(string expression, out CronProblem? problem)
    {
        problem = null;
        var fields = expression.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (fields is not [_, _, _, _, _])
        {
            problem = CronDialects.Explain(expression, fields);
            return null;
        }

        var values = new CronValues[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var read = CronFieldParser.Parse(fields[i], CronField.All[i], out problem);
            if (read is null)
            {
                problem = new($"field {i + 1}, {problem!.Text}", problem.Mended is { } mended ? With(fields, i, mended) : null);
                return null;
            }

            values[i] = read;
        }

        var schedule = new CronSchedule { Minutes = values[0], Hours = values[1], Days = values[2], Months = values[3], Weekdays = values[4] };
        if (schedule.Comes)
            return schedule;
        problem = new($"it never comes: {CronWords.OfMonths(schedule.Months)} {(schedule.Months.Count == 1 ? "has" : "have")} no day {CronWords.Listed(schedule.Days.Select(CronWords.Number), "or")}");
        return null;
    }

    private static string With(string[] fields, int index, string field) =>
        string.Join(" ", fields.Select((written, i) => i == index ? field : written));
}
