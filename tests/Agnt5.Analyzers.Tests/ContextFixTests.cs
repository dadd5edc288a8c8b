using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1006: a component takes the one context that fits.</summary>
public sealed class ContextFixTests
{
    [Theory]
    [InlineData("[Workflow] public void Ship(FunctionContext ctx) { }", "[Workflow] public void Ship(WorkflowContext ctx) { }", "Take a WorkflowContext")]
    [InlineData("[Function] public void Ship(string id, WorkflowContext? ctx = null) { }", "[Function] public void Ship(string id, FunctionContext? ctx = null) { }", "Take a FunctionContext")]
    [InlineData(
        "[Function] public string Ship(Agnt5.WorkflowContext ctx) => ctx.RunId + Of(ctx);",
        "[Function] public string Ship(FunctionContext ctx) => ctx.RunId + Of(ctx);",
        "Take a FunctionContext")]
    [InlineData("[Workflow] public void Ship(WorkflowContext ctx, FunctionContext other) { }", "[Workflow] public void Ship(WorkflowContext ctx) { }", "Remove 'other'")]
    [InlineData("[Workflow] public void Ship(WorkflowContext ctx, ComponentContext other, string id) { }", "[Workflow] public void Ship(WorkflowContext ctx, string id) { }", "Remove 'other'")]
    public async Task The_context_is_changed_or_the_second_one_removed(string before, string after, string title) =>
        await VerifyFix.ChangesAsync("AGT1006", Orders(before), Orders(after), title);

    [Fact]
    public async Task Fix_All_leaves_each_component_with_the_context_that_fits() =>
        await VerifyFix.ChangesAllAsync(
            "AGT1006",
            Orders("[Workflow] public void Ship(WorkflowContext ctx, ComponentContext b, ComponentContext c) { }\n\n    [Workflow] public void Bill(WorkflowContext a, WorkflowContext b) { }"),
            Orders("[Workflow] public void Ship(WorkflowContext ctx) { }\n\n    [Workflow] public void Bill(WorkflowContext a) { }"));

    [Theory]
    [InlineData("[Function] public Task Ship(WorkflowContext ctx) => ctx.StepAsync(\"a\", () => 1);")]
    [InlineData("[Function] public void Ship(WorkflowContext ctx) => Ask(ctx); private void Ask(WorkflowContext ctx) { }")]
    [InlineData("[Function] public void Ship(WorkflowContext ctx) { } public void Run(WorkflowContext ctx) => Ship(ctx);")]
    [InlineData("[Function] public virtual void Ship(WorkflowContext ctx) { }")]
    [InlineData("[Workflow] public string Ship(WorkflowContext ctx, ComponentContext other) => other.RunId;")]
    [InlineData("/// <param name=\"other\">It.</param>\n    [Workflow] public void Ship(WorkflowContext ctx, ComponentContext other) { }")]
    public async Task What_the_body_or_a_caller_needs_is_the_users_to_change(string member) => await VerifyFix.OffersNothingAsync("AGT1006", Orders(member));

    private static string Orders(string member) => $$"""
        public class Orders
        {
            private static string Of(ComponentContext context) => context.RunId;

            {{member}}
        }
        """;
}
