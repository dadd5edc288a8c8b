using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3007: AGNT5 can read the schedule, and it comes at some time.</summary>
internal static class CronRule
{
    private const int ShownMoments = 3;

    // Every build must say the same, so moments are counted from here and not from now.
    private static readonly DateTime Start = new(2027, 1, 1);

    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        if (policy.Kind != PolicyKind.Cron)
            yield break;
        // The compiler reports code that does not compile.
        if (policy.FindArgument("expression") is { Value.Kind: TypedConstantKind.Error })
            yield break;
        var expression = policy.Find("expression")?.Value as string ?? "";
        if (CronExpression.Parse(expression, out var problem) is not null)
            yield break;
        var mended = Mend(problem!, out var schedule);
        var meant = mended is null ? "" : $"; write '{mended}': {CronWords.Of(schedule!)} ({Moments(schedule!)})";
        yield return new(policy.FindArgument("expression"), $"has the schedule {QuotedText.Of(expression)}: {problem!.Text}{meant}")
        {
            Suggestion = mended is null ? null : new(mended, $"Use '{mended}': {CronWords.Of(schedule!)}"),
        };
    }

    // A text may have several mistakes, and each is corrected separately.
    private static string? Mend(CronProblem problem, out CronSchedule? schedule)
    {
        const int mistakes = 16;
        schedule = null;
        var mended = problem.Mended;
        for (var i = 0; mended is not null && i < mistakes; i++)
        {
            schedule = CronExpression.Parse(mended, out var next);
            if (schedule is not null)
                return mended;
            mended = next!.Mended;
        }

        return null;
    }

    private static string Moments(CronSchedule schedule) =>
        $"counted from {Start.Year}: " + string.Join(", ", schedule.From(Start).Take(ShownMoments).Select(static moment => moment.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
}
