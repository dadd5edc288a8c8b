using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4013: removes <c>ConfigureAwait</c>.</summary>
public sealed class ConfigureAwaitFalseFixTests
{
    [Theory]
    [InlineData("await ctx.SleepAsync(TimeSpan.Zero).ConfigureAwait(false); // then", "await ctx.SleepAsync(TimeSpan.Zero); // then")]
    [InlineData("await ctx.SleepAsync(TimeSpan.Zero).ConfigureAwait(continueOnCapturedContext: false);", "await ctx.SleepAsync(TimeSpan.Zero);")]
    [InlineData("await ctx.SleepAsync(TimeSpan.Zero).ConfigureAwait(ConfigureAwaitOptions.None);", "await ctx.SleepAsync(TimeSpan.Zero);")]
    [InlineData("var a = (await ctx.AskAsync(\"Sure?\").ConfigureAwait(false))?.Length;", "var a = (await ctx.AskAsync(\"Sure?\"))?.Length;")]
    public async Task A_task_is_awaited_as_it_is(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4013", WorkflowSource.Run(before), WorkflowSource.Run(after), "Remove 'ConfigureAwait'");

    [Fact]
    public async Task Fix_All_leaves_no_line_of_its_own_and_no_comment_behind() =>
        await VerifyFix.ChangesAllAsync(
            "AGT4013",
            WorkflowSource.Run(
                """
                await ctx.StepAsync("outer", () => { })
                    .ConfigureAwait(false); // first
                await Other(
                    ctx,
                    await ctx.AskAsync("Sure?").ConfigureAwait(false))
                    .ConfigureAwait(false);

                async Task Other(WorkflowContext inner, string? answer) => await inner.SleepAsync(TimeSpan.Zero)
                    // There.
                    .ConfigureAwait(true);
                """),
            WorkflowSource.Run(
                """
                await ctx.StepAsync("outer", () => { }); // first
                await Other(
                    ctx,
                    await ctx.AskAsync("Sure?"));

                async Task Other(WorkflowContext inner, string? answer) => await inner.SleepAsync(TimeSpan.Zero)
                    // There.
                    .ConfigureAwait(true);
                """));

    [Theory]
    [InlineData("await ctx.SleepAsync(TimeSpan.Zero).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);")]
    [InlineData("await ctx.SleepAsync(TimeSpan.Zero)\n            // Leave.\n            .ConfigureAwait(false);")]
    public async Task An_option_that_does_more_or_a_comment_is_the_users(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4013", WorkflowSource.Run(body));
}
