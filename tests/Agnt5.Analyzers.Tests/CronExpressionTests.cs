using Agnt5.Analyzers.Tests.Verification;
using Agnt5.Shared;
using Other = Cronos.CronExpression;

namespace Agnt5.Analyzers.Tests;

/// <summary>A schedule that is read wrongly is refused although it is right, or explained with wrong times.</summary>
public sealed class CronExpressionTests
{
    private const int Expressions = 10_000;

    [Fact]
    public void A_schedule_fires_when_another_parser_says_it_does()
    {
        var random = new Random(20270101);
        var (compared, neverCome) = (0, 0);
        for (var i = 0; i < Expressions; i++)
        {
            var expression = RandomCron.Next(random);
            var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(4 * 365 * 24 * 60));
            var expected = Moments(expression, start).Take(3).ToArray();

            var schedule = CronExpression.Parse(expression, out var problem);

            Assert.True((schedule is null) == (expected.Length == 0), $"{expression}: {problem?.Text}");
            if (schedule is null)
                neverCome++;
            else
                Assert.True(expected.SequenceEqual(schedule.From(start).Take(3)), $"{expression} from {start:u}: {string.Join(", ", schedule.From(start).Take(3))}");
            compared++;
        }

        Assert.Equal(Expressions, compared);
        Assert.InRange(neverCome, 1, Expressions / 10);
    }

    [Theory]
    [InlineData("0 3 * * *", "at 03:00 every day")]
    [InlineData("* * * * *", "every minute")]
    [InlineData("*/15 * * * *", "every 15 minutes")]
    [InlineData("5/15 * * * *", "at minutes 5, 20, 35 and 50 of every hour")]
    [InlineData("*/7 * * * *", "at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 of every hour")]
    [InlineData("10-20 * * * *", "at minutes 10 to 20 of every hour")]
    [InlineData("0 * * * *", "every hour")]
    [InlineData("5 * * * *", "every hour at minute 5")]
    [InlineData("0 */2 * * *", "every 2 hours")]
    [InlineData("30 */6 * * 1-5", "at 00:30, 06:30, 12:30 and 18:30 on Monday to Friday")]
    [InlineData("0 9-17 * * *", "every hour from 09:00 to 17:00")]
    [InlineData("*/10 9-17 * * MON-FRI", "every 10 minutes from 09:00 to 17:59 on Monday to Friday")]
    [InlineData("* 3 * * *", "every minute from 03:00 to 03:59")]
    [InlineData("*/30 1,3,7 * * *", "every 30 minutes of the hours 1, 3 and 7")]
    [InlineData("0 0,12 * * *", "at 00:00 and 12:00 every day")]
    [InlineData("0 0 1 * *", "at 00:00 on day 1 of the month")]
    [InlineData("0 0 1,15 1-3 *", "at 00:00 on days 1 and 15 of the month in January to March")]
    [InlineData("0 0 13 * FRI", "at 00:00 on day 13 of the month and on every Friday")]
    [InlineData("0 0 29 2 *", "at 00:00 on day 29 of the month in February")]
    [InlineData("0 0 * * 0,6", "at 00:00 on Saturday and Sunday")]
    [InlineData("0 0 * * SUN-TUE", "at 00:00 on Sunday to Tuesday")]
    public void A_schedule_is_said_in_words(string expression, string words) => Assert.Equal(words, CronWords.Of(CronExpression.Parse(expression, out _)!));

    // The other one takes a day and a weekday for both.
    private static IEnumerable<DateTime> Moments(string expression, DateTime start)
    {
        var fields = expression.Split(' ');
        var isEither = !IsAny(fields[2]) && !IsAny(fields[4]);
        var schedules = isEither
            ? new[] { Other.Parse(string.Join(' ', fields[..4]) + " *"), Other.Parse($"{fields[0]} {fields[1]} * {fields[3]} {fields[4]}") }
            : [Other.Parse(expression)];
        for (var from = start; ; from = from.AddMinutes(1))
        {
            var next = schedules.Min(schedule => schedule.GetNextOccurrence(from, inclusive: true));
            if (next is not { } moment)
                yield break;
            yield return moment;
            from = moment;
        }
    }

    private static bool IsAny(string field) => field.Split(',').Any(static item => item is "*" or "*/1");
}
