using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4003: sleeps durably.</summary>
public sealed class DelayFixTests
{
    [Theory]
    [InlineData("await Task.Delay(5_000); // politely", "await ctx.SleepAsync(TimeSpan.FromSeconds(5)); // politely")]
    [InlineData("await Task.Delay(1500);", "await ctx.SleepAsync(TimeSpan.FromMilliseconds(1500));")]
    [InlineData("await Task.Delay(60 * 1000);", "await ctx.SleepAsync(TimeSpan.FromMilliseconds(60 * 1000));")]
    [InlineData("await Task.Delay(TimeSpan.FromHours(1));", "await ctx.SleepAsync(TimeSpan.FromHours(1));")]
    [InlineData("await Task.Delay(cancellationToken: default, delay: TimeSpan.FromHours(1));", "await ctx.SleepAsync(TimeSpan.FromHours(1));")]
    [InlineData("await Task.Delay(10, CancellationToken.None).ConfigureAwait(true);", "await ctx.SleepAsync(TimeSpan.FromMilliseconds(10)).ConfigureAwait(true);")]
    [InlineData("await Task.Delay(10, ctx.CancellationToken);", "await ctx.SleepAsync(TimeSpan.FromMilliseconds(10));")]
    [InlineData("await Task.WhenAny(Task.Delay(1000), ctx.StepAsync(\"a\", () => { }));", "await Task.WhenAny(ctx.SleepAsync(TimeSpan.FromSeconds(1)), ctx.StepAsync(\"a\", () => { }));")]
    [InlineData("Thread.Sleep(TimeSpan.FromSeconds(1));", "await ctx.SleepAsync(TimeSpan.FromSeconds(1));")]
    [InlineData(
        "Func<Task> pause = async () => Thread.Sleep(10);\n        await pause();", "Func<Task> pause = async () => await ctx.SleepAsync(TimeSpan.FromMilliseconds(10));\n        await pause();")]
    public async Task A_delay_is_as_long_as_before(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4003", WorkflowSource.Run(before), WorkflowSource.Run(after), "Sleep durably");

    [Fact]
    public async Task The_token_of_the_invocation_is_observed_anyway() =>
        await VerifyFix.ChangesAsync(
            "AGT4003",
            WorkflowSource.Run("await Task.Delay(10, token);", ", CancellationToken token"),
            WorkflowSource.Run("await ctx.SleepAsync(TimeSpan.FromMilliseconds(10));", ", CancellationToken token"));

    [Fact]
    public async Task Fix_All_makes_every_delay_durable() =>
        await VerifyFix.ChangesAllAsync(
            "AGT4003",
            WorkflowSource.Members(
                """
                [Workflow]
                public async Task Run(WorkflowContext ctx, int milliseconds)
                {
                    // First.
                    await Task.Delay(milliseconds);
                    Thread.Sleep(1); // then
                    await Pause(ctx,
                        Task.Delay(
                            TimeSpan.FromDays(1)));
                }

                private static Task Pause(WorkflowContext context, Task before) => Task.WhenAll(before, Task.Delay(1000));
                """),
            WorkflowSource.Members(
                """
                [Workflow]
                public async Task Run(WorkflowContext ctx, int milliseconds)
                {
                    // First.
                    await ctx.SleepAsync(TimeSpan.FromMilliseconds(milliseconds));
                    await ctx.SleepAsync(TimeSpan.FromMilliseconds(1)); // then
                    await Pause(ctx,
                        ctx.SleepAsync(
                            TimeSpan.FromDays(1)));
                }

                private static Task Pause(WorkflowContext context, Task before) => Task.WhenAll(before, context.SleepAsync(TimeSpan.FromSeconds(1)));
                """));

    [Theory]
    [InlineData("await Task.Delay(Timeout.Infinite);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Delay(Timeout.InfiniteTimeSpan);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), time);")]
    [InlineData("var source = new CancellationTokenSource();\n        await Task.Delay(10, source.Token);")]
    [InlineData("Task.Delay(10).Wait();")]
    [InlineData("Task.Delay(10).GetAwaiter().GetResult();")]
    [InlineData("Task.WaitAll(Task.Delay(10));")]
    [InlineData("_ = Task.Delay(10);")]
    [InlineData("await Task.CompletedTask.WaitAsync(TimeSpan.FromSeconds(1));")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));")]
    [InlineData("lock (_gate) { Thread.Sleep(10); }")]
    [InlineData("void Pause() => Thread.Sleep(10);\n        Pause();")]
    [InlineData("static Task Pause() => Task.Delay(10);\n        await Pause();")]
    [InlineData("using var stream = new MemoryStream();\n        await Task.Delay(10);")]
    [InlineData("using (new MemoryStream()) await Task.Delay(10);")]
    [InlineData("try { await Task.Delay(10); } finally { _gate.ToString(); }")]
    [InlineData("await Task.Delay(10 /* ms */, /* none */ default);")]
    public async Task A_delay_that_is_more_than_a_delay_is_the_users(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4003", WorkflowSource.Run(body));
}
