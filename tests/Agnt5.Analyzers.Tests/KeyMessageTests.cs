using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>The messages about keys: what happens, where, and what to do.</summary>
public sealed class KeyMessageTests
{
    [Fact]
    public async Task A_helper_that_is_called_twice_is_told_with_the_way_to_it() => Assert.Equal(
        "The step 'charge' in workflow 'pay' (Orders.Pay → Orders.Charge) is called again with the same key: a run uses a key once, so the second call fails; let the callers pass a part of the key",
        await Verify.MessageAsync(
            """
            public static class Orders
            {
                [Workflow]
                public static async Task Pay(WorkflowContext ctx)
                {
                    await Charge(ctx);
                    await Charge(ctx);
                }

                private static Task Charge(WorkflowContext ctx) => ctx.StepAsync("charge", () => { });
            }
            """));

    [Fact]
    public async Task A_helper_of_another_class_that_uses_a_key_again_is_told_with_the_key() => Assert.Equal(
        "The step 'charge:card' in workflow 'pay' (Orders.Pay → Tills.Charge) has the same key as an earlier call: a run uses a key once, so this call fails; give it another name or key",
        await Verify.MessageAsync(
            """
            public static class Orders
            {
                [Workflow]
                public static async Task Pay(WorkflowContext ctx)
                {
                    await ctx.StepAsync("charge", () => { }, new StepOptions { Key = "card" });
                    await Tills.Charge(ctx);
                }
            }

            public static class Tills
            {
                public static Task Charge(WorkflowContext ctx) => ctx.StepAsync("charge:card", () => { });
            }
            """));

    [Theory]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture.Name", "A durable key in workflow 'pay' is not stable, so a replay does not find the record: "
        + "'CultureInfo.CurrentCulture' may differ in the process that replays: take it from the input, or from a step's result")]
    [InlineData("Guid.NewGuid().ToString()", "A durable key in workflow 'pay' is not stable, so a replay does not find the record: "
        + "'Guid.NewGuid' changes on each replay: take it from the input, or from a step's result")]
    public async Task A_value_in_a_key_is_told_with_when_it_differs(string key, string message) => Assert.Equal(
        message,
        await Verify.MessageAsync(
            $$"""
            public static class Orders
            {
                [Workflow]
                public static Task Pay(WorkflowContext ctx) => ctx.StepAsync({{key}}, () => { });
            }
            """));

    [Fact]
    public async Task A_step_in_an_async_function_without_a_task_is_told_that_nobody_can_await_it() => Assert.Equal(
        "'StepAsync' is in an async function without a task in workflow 'pay': nobody can await it, so the run may end before the call does; use a function that returns a Task, and await that",
        await Verify.MessageAsync(
            """
            public static class Orders
            {
                [Workflow]
                public static async Task Pay(WorkflowContext ctx, List<string> lines)
                {
                    lines.ForEach(async line => await ctx.StepAsync($"pay-{line}", () => { }));
                    await ctx.EmitAsync("paid", 1);
                }
            }
            """));

    [Fact]
    public async Task A_loop_is_told_when_its_key_fails() => Assert.Equal(
        "The step 'charge' in workflow 'pay' has the same key in each round of a loop: once it has succeeded, the next round fails; give it a key from it",
        await Verify.MessageAsync(
            """
            public static class Orders
            {
                [Workflow]
                public static async Task Pay(WorkflowContext ctx, int count)
                {
                    for (var round = 0; round < count; round++)
                        await ctx.StepAsync("charge", () => { });
                }
            }
            """));

    [Theory]
    [InlineData("$\"{price}\"", "the text of a 'Price' holds a 'decimal', whose text depends on the culture of the process: make the key of single members")]
    [InlineData("$\"{price.Amount}\"", "the text of a 'decimal' depends on the culture of the process: format it with CultureInfo.InvariantCulture")]
    [InlineData("price.Label()", "in 'Price.Label' the text of a 'decimal' depends on the culture of the process: format it with CultureInfo.InvariantCulture")]
    [InlineData("string.Join(\",\", System.Collections.Frozen.FrozenSet.ToFrozenSet([price.Currency]))", "the order of a 'FrozenSet<string>' may differ in each process: sort it first")]
    [InlineData("$\"{price.Currency.GetHashCode()}\"", "a hash code differs in each process: use the value itself")]
    public async Task A_key_that_another_process_may_write_otherwise_is_told_with_the_reason(string key, string reason) => Assert.Equal(
        $"A durable key in workflow 'pay' is not stable, so a replay does not find the record: {reason}",
        await Verify.MessageAsync(
            $$"""
            public sealed record Price(decimal Amount, string Currency)
            {
                public string Label() => "price-" + Amount;
            }

            public static class Orders
            {
                [Workflow]
                public static Task Pay(WorkflowContext ctx, Price price) => ctx.StepAsync({{key}}, () => { });
            }
            """));

    [Theory]
    [InlineData("slo", "The step policy 'slo' is not declared in this project: did you mean 'slow'?")]
    [InlineData("patient", "The step policy 'patient' is not declared in this project: declare it with [assembly: StepPolicy(\"patient\", MaxAttempts = …)]")]
    public async Task An_unknown_policy_is_told_with_what_to_write(string name, string message) => Assert.Equal(
        message,
        await Verify.MessageAsync(
            $$"""
            [assembly: StepPolicy("slow", MaxAttempts = 3)]

            public static class Orders
            {
                [Workflow]
                public static Task Pay(WorkflowContext ctx) => ctx.StepAsync("charge", () => { }, new StepOptions { Policy = "{{name}}" });
            }
            """));

    [Fact]
    public async Task A_policy_of_a_project_without_policies_is_unknown() => Assert.StartsWith(
        "The step policy 'slow' is not declared in this project: declare it",
        await Verify.MessageAsync(
            """
            public static class Orders
            {
                [Workflow]
                public static Task Pay(WorkflowContext ctx) => ctx.StepAsync("charge", () => { }, new StepOptions { Policy = "slow" });
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_library_may_name_a_policy_of_its_callers() => await Verify.FindsAsync(
        """
        public static class Helpers
        {
            public static Task Pay(WorkflowContext ctx) => ctx.StepAsync("charge", () => { }, new StepOptions { Policy = "slow" });
        }
        """);
}
