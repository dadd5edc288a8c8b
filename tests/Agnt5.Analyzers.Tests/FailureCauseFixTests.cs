using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT4022: a branch that was never taken is taken after the fix, live and replayed.</summary>
public sealed class FailureCauseFixTests
{
    [Theory]
    [InlineData("f.InnerException is TimeoutException", "f.Is<TimeoutException>()")]
    [InlineData("f.InnerException is System.TimeoutException", "f.Is<System.TimeoutException>()")]
    [InlineData("(f.InnerException) is TimeoutException", "f.Is<TimeoutException>()")]
    [InlineData("f.InnerException is not TimeoutException", "!f.Is<TimeoutException>()")]
    [InlineData("f.InnerException is TimeoutException late", "f.Is<TimeoutException>()")]
    [InlineData("f.InnerException is TimeoutException _", "f.Is<TimeoutException>()")]
    [InlineData("f.InnerException is TimeoutException or IOException", "f.Is<TimeoutException>() || f.Is<IOException>()")]
    [InlineData("f.InnerException is not (TimeoutException or IOException)", "!(f.Is<TimeoutException>() || f.Is<IOException>())")]
    [InlineData("f.StepKey == \"a\" && f.InnerException is TimeoutException or IOException", "f.StepKey == \"a\" && (f.Is<TimeoutException>() || f.Is<IOException>())")]
    [InlineData("f.GetBaseException() is TimeoutException", "f.Is<TimeoutException>()")]
    [InlineData("e is StepFailedException { InnerException: TimeoutException }", "e is StepFailedException failure && failure.Is<TimeoutException>()")]
    [InlineData("e is StepFailedException { InnerException: TimeoutException } late", "e is StepFailedException late && late.Is<TimeoutException>()")]
    [InlineData(
        "e is StepFailedException { InnerException: TimeoutException or IOException }",
        "e is StepFailedException failure && (failure.Is<TimeoutException>() || failure.Is<IOException>())")]
    public async Task A_question_to_the_cause_becomes_one_to_the_failure(string before, string after) =>
        await VerifyFix.ChangesAsync(
            "AGT4022", Helper(before), Helper(after), $"Use '{(after.StartsWith("f.StepKey", StringComparison.Ordinal) ? after[(after.IndexOf("&& ", StringComparison.Ordinal) + 3)..] : after)}'");

    [Theory]
    [InlineData("f.InnerException is TimeoutException late && late.Message == \"late\"")]
    [InlineData("f.InnerException is TimeoutException { Message: \"late\" }")]
    [InlineData("f.InnerException is IDisposable")]
    [InlineData("f.InnerException is null")]
    [InlineData("f.InnerException == null")]
    [InlineData("f?.InnerException is TimeoutException")]
    [InlineData("f.InnerException!.InnerException is TimeoutException")]
    [InlineData("f.InnerException!.Message == \"late\"")]
    [InlineData("f is { InnerException: TimeoutException }")]
    [InlineData("e is StepFailedException { InnerException: TimeoutException, StepKey: \"a\" }")]
    [InlineData("Failure().InnerException is TimeoutException or IOException")]
    public async Task What_else_is_asked_of_the_cause_is_the_users_to_say(string question) => await VerifyFix.OffersNothingAsync("AGT4022", Helper(question));

    [Fact]
    public async Task A_name_that_is_used_later_is_kept() => await VerifyFix.OffersNothingAsync(
        "AGT4022",
        """
        public static class Helper
        {
            public static string Explain(StepFailedException f)
            {
                if (f.InnerException is not TimeoutException late)
                    return "";
                return late.Message;
            }
        }
        """);

    [Fact]
    public async Task A_filter_of_a_catch_is_changed_wherever_it_is() => await VerifyFix.ChangesAllAsync(
        "AGT4022",
        Workflow("(StepFailedException f) when (f.InnerException is TimeoutException or IOException)", "(Exception failure) when (failure is StepFailedException { InnerException: IOException })"),
        Workflow("(StepFailedException f) when (f.Is<TimeoutException>() || f.Is<IOException>())", "(Exception failure) when (failure is StepFailedException failure2 && failure2.Is<IOException>())"));

    private static string Helper(string question) => $$"""
        public static class Helper
        {
            public static bool IsLate(StepFailedException f, Exception e) => {{question}};

            private static StepFailedException Failure() => throw new InvalidOperationException();
        }
        """;

    private static string Workflow(string first, string second) => $$"""
        public static class Orders
        {
            [Workflow]
            public static async Task Ship(WorkflowContext ctx)
            {
                try
                {
                    await ctx.StepAsync("ship", () => { });
                }
                catch {{first}}
                {
                }
                catch {{second}}
                {
                }
            }
        }
        """;
}
