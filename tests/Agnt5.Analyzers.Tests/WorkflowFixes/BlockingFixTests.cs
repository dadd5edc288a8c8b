using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4014: awaits the task.</summary>
public sealed class BlockingFixTests
{
    [Theory]
    [InlineData("var a = ctx.AskAsync(\"a\").Result;", "var a = await ctx.AskAsync(\"a\");")]
    [InlineData("var a = ctx.AskAsync(\"a\").Result!.Length;", "var a = (await ctx.AskAsync(\"a\"))!.Length;")]
    [InlineData("var a = ctx.AskManyAsync(\"a\", Question.Text).Result?[0];", "var a = (await ctx.AskManyAsync(\"a\", Question.Text))?[0];")]
    [InlineData("var a = ctx.StepAsync(\"a\", () => 1).Result + 1;", "var a = await ctx.StepAsync(\"a\", () => 1) + 1;")]
    [InlineData("var a = ctx.StepAsync(\"a\", () => 1).GetAwaiter().GetResult().ToString();", "var a = (await ctx.StepAsync(\"a\", () => 1)).ToString();")]
    [InlineData("ctx.SleepAsync(TimeSpan.Zero).Wait(); // now", "await ctx.SleepAsync(TimeSpan.Zero); // now")]
    [InlineData("Task.WaitAll(ctx.SleepAsync(TimeSpan.Zero), ctx.SleepAsync(TimeSpan.Zero));", "await Task.WhenAll(ctx.SleepAsync(TimeSpan.Zero), ctx.SleepAsync(TimeSpan.Zero));")]
    public async Task A_task_is_awaited_in_parentheses_where_it_needs_them(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4014", WorkflowSource.Run(before), WorkflowSource.Run(after), "Await the task");

    [Fact]
    public async Task Fix_All_awaits_one_task_in_another() =>
        await VerifyFix.ChangesAllAsync(
            "AGT4014",
            WorkflowSource.Run(
                """
                // The inner one first.
                var a = ctx.StepAsync(ctx.AskAsync("name").Result!, () => 1)
                    .Result;
                var b = /* length */ ctx.AskAsync("b").GetAwaiter().GetResult()!.Length;
                """),
            WorkflowSource.Run(
                """
                // The inner one first.
                var a = await ctx.StepAsync((await ctx.AskAsync("name"))!, () => 1);
                var b = /* length */ (await ctx.AskAsync("b"))!.Length;
                """));

    [Theory]
    [InlineData("int Wait() => ctx.StepAsync(\"a\", () => 1).Result;\n        Wait();")]
    [InlineData("var all = new[] { 1 }.Select(_ => ctx.AskAsync(\"a\").Result).ToArray();")]
    [InlineData("var all = (from item in new[] { 1 } where ctx.AskAsync(\"a\").Result != null select item).ToArray();")]
    [InlineData("lock (_gate) { ctx.AskAsync(\"a\").Wait(); }")]
    [InlineData("var done = ctx.AskAsync(\"a\").Wait(10);")]
    [InlineData("var first = Task.WaitAny(ctx.AskAsync(\"a\"), ctx.SleepAsync(TimeSpan.Zero));")]
    [InlineData("Task.WaitAll([ctx.AskAsync(\"a\")], 10);")]
    [InlineData("try { ctx.SleepAsync(TimeSpan.Zero).Wait(); } catch (AggregateException) { }")]
    public async Task Code_that_cannot_await_or_takes_failures_apart_is_the_users(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4014", WorkflowSource.Run(body));
}
