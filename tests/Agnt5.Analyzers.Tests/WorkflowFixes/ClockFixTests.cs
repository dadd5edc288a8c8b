using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4001: reads the context's clock.</summary>
public sealed class ClockFixTests
{
    [Theory]
    [InlineData("DateTimeOffset at = DateTimeOffset.UtcNow;", "DateTimeOffset at = ctx.UtcNow;")]
    [InlineData("DateTimeOffset at = time.GetUtcNow();", "DateTimeOffset at = ctx.UtcNow;")]
    [InlineData("DateTimeOffset at = time.GetLocalNow();", "DateTimeOffset at = ctx.UtcNow.ToLocalTime();")]
    [InlineData("DateTimeOffset at = System.DateTimeOffset.Now;", "DateTimeOffset at = ctx.UtcNow.ToLocalTime();")]
    [InlineData("DateTime at = DateTime.UtcNow;", "DateTime at = ctx.UtcNow.UtcDateTime;")]
    [InlineData("DateTime at = DateTime.Now;", "DateTime at = ctx.UtcNow.LocalDateTime;")]
    [InlineData("DateTime at = DateTime.Today;", "DateTime at = ctx.UtcNow.LocalDateTime.Date;")]
    [InlineData("DateTime At() => DateTime.UtcNow;\n        At();", "DateTime At() => ctx.UtcNow.UtcDateTime;\n        At();")]
    public async Task A_time_keeps_its_type(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4001", WorkflowSource.Run(before), WorkflowSource.Run(after));

    [Fact]
    public async Task Fix_All_takes_the_context_of_each_place_and_keeps_what_stands_around() =>
        await VerifyFix.ChangesAllAsync(
            "AGT4001",
            WorkflowSource.Members(
                """
                [Workflow]
                public async Task<string> Run(WorkflowContext ctx)
                {
                    var year = /* now */ DateTime.Now.Year; // this year
                    var later = new[] { 1 }.Select(_ => time.GetUtcNow()
                        .AddDays(1)).ToArray();
                    await ctx.StepAsync("stamp", () => DateTime.UtcNow);
                    return $"{year}{later.Length}{Helper(ctx)}";
                }

                private static int Helper(WorkflowContext @event) => DateTimeOffset.UtcNow.Day - DateTime.Today.Day;
                """),
            WorkflowSource.Members(
                """
                [Workflow]
                public async Task<string> Run(WorkflowContext ctx)
                {
                    var year = /* now */ ctx.UtcNow.LocalDateTime.Year; // this year
                    var later = new[] { 1 }.Select(_ => ctx.UtcNow
                        .AddDays(1)).ToArray();
                    await ctx.StepAsync("stamp", () => DateTime.UtcNow);
                    return $"{year}{later.Length}{Helper(ctx)}";
                }

                private static int Helper(WorkflowContext @event) => @event.UtcNow.Day - @event.UtcNow.LocalDateTime.Date.Day;
                """));

    [Fact]
    public async Task An_agent_has_a_clock_too() =>
        await VerifyFix.ChangesAsync("AGT4001", WorkflowSource.Talk("var a = DateTime.UtcNow;"), WorkflowSource.Talk("var a = ctx.UtcNow.UtcDateTime;"));

    [Theory]
    [InlineData("var watch = System.Diagnostics.Stopwatch.StartNew();")]
    [InlineData("var ticks = Environment.TickCount64;")]
    [InlineData("time.GetUtcNow();")]
    [InlineData("static int Year() => DateTime.Now.Year;\n        Year();")]
    [InlineData("var at = DateTime /* of the server */ .Now;")]
    [InlineData("var at = Clock.Now;\n    }\n\n    private static class Clock\n    {\n        public static DateTime Now => DateTime.Now;")]
    public async Task A_measurement_or_a_place_without_a_context_is_the_users(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4001", WorkflowSource.Run(body));
}
