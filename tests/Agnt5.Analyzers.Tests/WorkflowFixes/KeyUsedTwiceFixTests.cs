using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4007: gives the second call a different key.</summary>
public sealed class KeyUsedTwiceFixTests
{
    private const string First = """
        await ctx.StepAsync("pay", () => { });
                await ctx.WaitForSignalAsync<int>("paid");
        """;

    [Theory]
    [InlineData("await ctx.StepAsync(\"pay\", () => { }); // again", "await ctx.StepAsync(\"pay_2\", () => { }); // again")]
    [InlineData("await ctx.SleepAsync(TimeSpan.Zero, name: @\"pay\");", "await ctx.SleepAsync(TimeSpan.Zero, name: \"pay_2\");")]
    [InlineData("var other = \"pay_2\";\n        await ctx.StepAsync(\"pay\", () => other);", "var other = \"pay_2\";\n        await ctx.StepAsync(\"pay_3\", () => other);")]
    [InlineData("await ctx.WaitForSignalAsync<int>(\"paid\");", "await ctx.WaitForSignalAsync<int>(\"paid\", step: \"paid_2\");")]
    [InlineData("const string Paid = \"paid\";\n        await ctx.WaitForSignalAsync<int>(Paid, timeout: null);",
        "const string Paid = \"paid\";\n        await ctx.WaitForSignalAsync<int>(Paid, timeout: null, step: \"paid_2\");")]
    [InlineData("await ctx.WaitForSignalAsync<int>(\"paid\", step: \"paid\");", "await ctx.WaitForSignalAsync<int>(\"paid\", step: \"paid_2\");")]
    public async Task The_second_call_is_renamed_and_a_signal_keeps_its_name(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4007", WorkflowSource.Run($"{First}\n        {before}"), WorkflowSource.Run($"{First}\n        {after}"));

    [Theory]
    [InlineData("await ctx.CallModelAsync([], key: \"plan\");", "await ctx.CallModelAsync([], key: \"plan_2\");")]
    [InlineData("await ctx.RunAgentAsync(\"billing\", message, new() { Key = \"plan\" });", "await ctx.RunAgentAsync(\"billing\", message, new() { Key = \"plan_2\" });")]
    public async Task The_second_call_of_a_model_or_agent_gets_another_key(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4007", WorkflowSource.Talk($"{before}\n        {before}"), WorkflowSource.Talk($"{before}\n        {after}"));

    [Fact]
    public async Task A_helper_that_is_called_twice_keeps_its_name() => await VerifyFix.OffersNothingAsync(
        "AGT4007",
        WorkflowSource.Run("""
            await Pay();
                    await Pay();

                    Task Pay() => ctx.StepAsync("pay", () => { });
            """));

    [Theory]
    [InlineData("const string Pay = \"pay\";\n        await ctx.StepAsync(Pay, () => { });")]
    [InlineData("const string Paid = \"paid\";\n        await ctx.WaitForSignalAsync<int>(\"paid\", step: Paid);")]
    public async Task A_constant_that_others_may_use_is_the_users(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4007", WorkflowSource.Run($"{First}\n        {body}"));
}
