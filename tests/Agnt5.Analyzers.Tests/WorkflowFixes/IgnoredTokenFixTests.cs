using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4020: passes the step's token on.</summary>
public sealed class IgnoredTokenFixTests
{
    [Theory]
    [InlineData("await ctx.StepAsync(\"a\", () => http.GetStringAsync(\"/\"));", "await ctx.StepAsync(\"a\", ct => http.GetStringAsync(\"/\", ct));")]
    [InlineData("await ctx.StepAsync(\"a\", stop => http.GetStringAsync(\"/\"));", "await ctx.StepAsync(\"a\", stop => http.GetStringAsync(\"/\", stop));")]
    [InlineData("await ctx.StepAsync(\"a\", async (CancellationToken stop) => await Task.Delay(1));", "await ctx.StepAsync(\"a\", async (CancellationToken stop) => await Task.Delay(1, stop));")]
    [InlineData("var ct = 1;\n        await ctx.StepAsync(\"a\", async () => await Task.Delay(ct));", "var ct = 1;\n        await ctx.StepAsync(\"a\", async ct2 => await Task.Delay(ct, ct2));")]
    [InlineData("await ctx.StepAsync(\"a\", () => File.ReadAllTextAsync(path: \"a\"));", "await ctx.StepAsync(\"a\", ct => File.ReadAllTextAsync(path: \"a\", cancellationToken: ct));")]
    public async Task A_call_that_takes_the_token_gets_it(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4020", WorkflowSource.Run(before), WorkflowSource.Run(after));

    [Fact]
    public async Task Fix_All_passes_it_to_every_call_in_every_body() =>
        await VerifyFix.ChangesAllAsync(
            "AGT4020",
            WorkflowSource.Run(
                """
                await ctx.StepAsync("a", async () =>
                {
                    // Two files.
                    var text = await File.ReadAllTextAsync(
                        "a"); // first
                    await File.WriteAllTextAsync(
                        "b",
                        text);
                    return text;
                });
                await ctx.StepAsync("b", () /* none */ => http.GetStringAsync("/"), new StepOptions { MaxAttempts = 2 });
                """),
            WorkflowSource.Run(
                """
                await ctx.StepAsync("a", async ct =>
                {
                    // Two files.
                    var text = await File.ReadAllTextAsync(
                        "a",
                        ct); // first
                    await File.WriteAllTextAsync(
                        "b",
                        text,
                        ct);
                    return text;
                });
                await ctx.StepAsync("b", ct /* none */ => http.GetStringAsync("/", ct), new StepOptions { MaxAttempts = 2 });
                """));

    [Theory]
    [InlineData("await ctx.StepAsync(\"a\", ct => Other());\n\n        Task Other() => Task.CompletedTask;")]
    [InlineData("Func<Task> body = () => Task.Delay(1);\n        await ctx.StepAsync(\"a\", body);")]
    [InlineData("await ctx.StepAsync(\"a\", () => { Thread.Sleep(1); Task.Delay(1); return 1; });")]
    public async Task A_body_that_has_no_place_for_a_token_is_the_users(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4020", WorkflowSource.Run(body));
}
