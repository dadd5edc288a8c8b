using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4012: awaits the call.</summary>
public sealed class NotAwaitedFixTests
{
    [Theory]
    [InlineData("ctx.StepAsync(\"a\", () => { }); // first", "await ctx.StepAsync(\"a\", () => { }); // first")]
    [InlineData("_ = ctx.AskAsync(\"Sure?\");", "await ctx.AskAsync(\"Sure?\");")]
    [InlineData("ctx.YieldIfNeededAsync();", "await ctx.YieldIfNeededAsync();")]
    [InlineData("Func<Task> later = async () => ctx.SleepAsync(TimeSpan.Zero);\n        await later();", "Func<Task> later = async () => await ctx.SleepAsync(TimeSpan.Zero);\n        await later();")]
    public async Task A_call_whose_result_goes_nowhere_is_awaited(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4012", WorkflowSource.Run(before), WorkflowSource.Run(after), "Await the call");

    [Theory]
    [InlineData("ctx.RunAsync(message);", "await ctx.RunAsync(message);")]
    [InlineData("ctx.CallModelAsync([]);", "await ctx.CallModelAsync([]);")]
    [InlineData("_ = ctx.RunAgentAsync(\"billing\", message);", "await ctx.RunAgentAsync(\"billing\", message);")]
    public async Task A_call_of_a_model_or_agent_whose_answer_goes_nowhere_is_awaited(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4012", WorkflowSource.Talk(before), WorkflowSource.Talk(after), "Await the call");

    [Fact]
    public async Task Fix_All_awaits_every_call() =>
        await VerifyFix.ChangesAllAsync(
            "AGT4012",
            WorkflowSource.Run(
                """
                // One.
                ctx.StepAsync(
                    "a",
                    () => { });
                if (ctx.IsReplaying)
                    /* two */ _ = ctx.SleepAsync(TimeSpan.Zero);
                """),
            WorkflowSource.Run(
                """
                // One.
                await ctx.StepAsync(
                    "a",
                    () => { });
                if (ctx.IsReplaying)
                    /* two */ await ctx.SleepAsync(TimeSpan.Zero);
                """));

    [Theory]
    [InlineData("var unused = ctx.AskAsync(\"Sure?\");")]
    [InlineData("void Later() => ctx.SleepAsync(TimeSpan.Zero);\n        Later();")]
    [InlineData("lock (_gate) { ctx.SleepAsync(TimeSpan.Zero); }")]
    public async Task Code_that_cannot_await_is_not_made_async(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4012", WorkflowSource.Run(body));
}
