using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4008: adds a key from the loop.</summary>
public sealed class ConstantKeyInLoopFixTests
{
    private const string Parameters = ", string[] skus, Guid[] ids, Line[] lines, DayOfWeek[] days, double[] prices";

    [Theory]
    [InlineData("foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku);", "foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, new StepOptions { Key = sku });")]
    [InlineData("foreach (var id in ids) await ctx.StepAsync(\"a\", () => id);", "foreach (var id in ids) await ctx.StepAsync(\"a\", () => id, new StepOptions { Key = $\"{id}\" });")]
    [InlineData("foreach (var day in days) await ctx.StepAsync(\"a\", () => day);", "foreach (var day in days) await ctx.StepAsync(\"a\", () => day, new StepOptions { Key = $\"{day}\" });")]
    [InlineData("foreach (var line in lines) await ctx.StepAsync(\"a\", () => line);", "foreach (var line in lines) await ctx.StepAsync(\"a\", () => line, new StepOptions { Key = $\"{line.Id}\" });")]
    [InlineData("for (var i = 0; i < 3; i++) await ctx.StepAsync(\"a\", () => 1);", "for (var i = 0; i < 3; i++) await ctx.StepAsync(\"a\", () => 1, new StepOptions { Key = $\"{i}\" });")]
    [InlineData("foreach (var sku in skus) await ctx.StepAsync(body: () => sku, name: \"a\");",
        "foreach (var sku in skus) await ctx.StepAsync(body: () => sku, name: \"a\", options: new StepOptions { Key = sku });")]
    [InlineData("foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, options: new() { MaxAttempts = 2 });",
        "foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, options: new() { Key = sku, MaxAttempts = 2 });")]
    [InlineData("foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, new());", "foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, new() { Key = sku });")]
    [InlineData(
        "foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, new StepOptions());", "foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, new StepOptions { Key = sku });")]
    [InlineData("var slow = new StepOptions { MaxAttempts = 2 }; foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, slow);",
        "var slow = new StepOptions { MaxAttempts = 2 }; foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, slow with { Key = sku });")]
    [InlineData("var slow = new StepOptions { MaxAttempts = 2 }; foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, slow with { MaxAttempts = 3 });",
        "var slow = new StepOptions { MaxAttempts = 2 }; foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, slow with { Key = sku, MaxAttempts = 3 });")]
    [InlineData("foreach (var sku in skus) await ctx.SleepAsync(TimeSpan.Zero, \"{a}\");", "foreach (var sku in skus) await ctx.SleepAsync(TimeSpan.Zero, $\"{{a}}-{sku}\");")]
    [InlineData("foreach (var sku in skus) await ctx.WaitForSignalAsync<int>(\"a\");", "foreach (var sku in skus) await ctx.WaitForSignalAsync<int>(\"a\", step: $\"a-{sku}\");")]
    [InlineData("foreach (var sku in skus) await ctx.WaitForSignalAsync<int>(\"a\", \"b\");", "foreach (var sku in skus) await ctx.WaitForSignalAsync<int>(\"a\", $\"b-{sku}\");")]
    [InlineData("await Task.WhenAll(lines.Select(line => ctx.StepAsync(\"a\", () => line)));",
        "await Task.WhenAll(lines.Select(line => ctx.StepAsync(\"a\", () => line, new StepOptions { Key = $\"{line.Id}\" })));")]
    [InlineData(
        "await Task.WhenAll(skus.Select(async sku => { await ctx.StepAsync(\"a\", () => 1); return sku; }));",
        "await Task.WhenAll(skus.Select(async sku => { await ctx.StepAsync(\"a\", () => 1, new StepOptions { Key = sku }); return sku; }));")]
    [InlineData("foreach (var sku in skus) for (int i = 0; i < 3; i++) await ctx.StepAsync(\"a\", () => sku);",
        "foreach (var sku in skus) for (int i = 0; i < 3; i++) await ctx.StepAsync(\"a\", () => sku, new StepOptions { Key = $\"{sku}-{i}\" });")]
    public async Task What_the_loop_goes_over_becomes_the_key(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4008", WorkflowSource.Run(before, Parameters), WorkflowSource.Run(after, Parameters));

    [Theory]
    [InlineData("foreach (var word in words) await ctx.CallModelAsync([], key: \"word\");", "foreach (var word in words) await ctx.CallModelAsync([], key: $\"word-{word}\");")]
    [InlineData(
        "foreach (var word in words) await ctx.RunAgentAsync(\"billing\", word, new AgentCallOptions { Key = \"word\" });",
        "foreach (var word in words) await ctx.RunAgentAsync(\"billing\", word, new AgentCallOptions { Key = $\"word-{word}\" });")]
    public async Task The_key_of_a_model_or_agent_call_gets_what_the_loop_goes_over_added(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4008", WorkflowSource.Talk(before), WorkflowSource.Talk(after));

    [Fact]
    public async Task A_call_and_options_on_several_lines_keep_their_layout()
    {
        await VerifyFix.ChangesAsync(
            "AGT4008",
            WorkflowSource.Run(
                """
                foreach (var line in lines)
                    await ctx.StepAsync(
                        "reserve", // one
                        () => line.Sku // the other
                    ); // each
                """,
                Parameters),
            WorkflowSource.Run(
                """
                foreach (var line in lines)
                    await ctx.StepAsync(
                        "reserve", // one
                        () => line.Sku, // the other
                        new StepOptions { Key = $"{line.Id}" }
                    ); // each
                """,
                Parameters));
        await VerifyFix.ChangesAsync(
            "AGT4008",
            WorkflowSource.Run(
                """
                foreach (var line in lines)
                    await ctx.StepAsync("reserve", () => line.Sku, new StepOptions
                    {
                        // Twice.
                        MaxAttempts = 2,
                    });
                """,
                Parameters),
            WorkflowSource.Run(
                """
                foreach (var line in lines)
                    await ctx.StepAsync("reserve", () => line.Sku, new StepOptions
                    {
                        Key = $"{line.Id}",
                        // Twice.
                        MaxAttempts = 2,
                    });
                """,
                Parameters));
    }

    [Theory]
    [InlineData("foreach (var price in prices) await ctx.StepAsync(\"a\", () => price);")]
    [InlineData("foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku, new StepOptions { Key = \"b\" });")]
    [InlineData("foreach (var sku in new List<string?>()) await ctx.StepAsync(\"a\", () => 1);")]
    [InlineData("const string Name = \"a\";\n        foreach (var sku in skus) await ctx.SleepAsync(TimeSpan.Zero, Name);")]
    [InlineData("while (ctx.IsReplaying) await ctx.StepAsync(\"a\", () => 1);")]
    [InlineData("while (ctx.IsReplaying) foreach (var sku in skus) await ctx.StepAsync(\"a\", () => sku);")]
    [InlineData("for (var i = 0; ctx.IsReplaying;) await ctx.StepAsync(\"a\", () => i);")]
    [InlineData("foreach (var (id, sku) in lines) await ctx.StepAsync(\"a\", () => sku);")]
    public async Task A_loop_that_does_not_say_which_round_it_is_leaves_the_key_to_the_user(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4008", WorkflowSource.Run(body, Parameters));
}
