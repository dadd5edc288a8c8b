using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1009: an agent without a body gets the parts that its loop needs, where they are certain.</summary>
public sealed class AgentFixTests
{
    [Theory]
    [InlineData("static class Desk { [Agent(Model = \"m\")] public Task<string> Ask(); }",
        "static partial class Desk { [Agent(Model = \"m\")] public static partial Task<string> Ask(AgentContext ctx, string message); }")]
    [InlineData("partial record Desk { [Agent(Model = \"m\")] public partial Task<string> Ask(AgentContext ctx, string message); }",
        "partial record Desk { [Agent(Model = \"m\")] public static partial Task<string> Ask(AgentContext ctx, string message); }")]
    [InlineData(
        "/// <summary>The desk.</summary>\nclass Outer\n{\n    public struct Desk\n    {\n        // Why.\n        "
            + "[Agent(Model = \"m\")]\n        internal static Task<string> Ask(AgentContext ctx, string message);\n    }\n}",
        "/// <summary>The desk.</summary>\npartial class Outer\n{\n    public partial struct Desk\n    {\n        // Why.\n     "
            + "   [Agent(Model = \"m\")]\n        internal static partial Task<string> Ask(AgentContext ctx, string message);\n    }\n}")]
    [InlineData("partial class Desk { [Agent(Model = \"m\")]\n    Task<string> Ask(AgentContext ctx, string message); }",
        "partial class Desk { [Agent(Model = \"m\")]\n    internal static partial Task<string> Ask(AgentContext ctx, string message); }")]
    [InlineData("partial class Desk { [Agent(Model = \"m\")] public static partial Task<string> Ask(string ctx, CancellationToken ct = default); }",
        "partial class Desk { [Agent(Model = \"m\")] public static partial Task<string> Ask(AgentContext ctx1, string ctx, CancellationToken ct = default); }")]
    [InlineData("partial class Desk { [Agent(Model = \"m\")] public static partial Task<string> Ask(AgentContext ctx, CancellationToken ct = default); }",
        "partial class Desk { [Agent(Model = \"m\")] public static partial Task<string> Ask(AgentContext ctx, string message, CancellationToken ct = default); }")]
    public async Task Missing_modifiers_context_and_message_are_added(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT1009", before, after, "Complete the agent's declaration");

    [Theory]
    [InlineData("Task<string> Ask(WorkflowContext? ctx, string message)", "Task<string> Ask(AgentContext? ctx, string message)", "Take an AgentContext")]
    [InlineData("Task<string> Ask(Agnt5.ComponentContext ctx, string message)", "Task<string> Ask(AgentContext ctx, string message)", "Take an AgentContext")]
    [InlineData("string Ask(AgentContext ctx, string message)", "Task<string> Ask(AgentContext ctx, string message)", "Return Task<string>")]
    [InlineData("int[]? Ask(AgentContext ctx, string message)", "Task<int[]?> Ask(AgentContext ctx, string message)", "Return Task<int[]?>")]
    [InlineData("Task Ask(AgentContext ctx, string message)", "Task<string> Ask(AgentContext ctx, string message)", "Return Task<string>")]
    [InlineData("void Ask(AgentContext ctx, string message)", "Task<string> Ask(AgentContext ctx, string message)", "Return Task<string>")]
    public async Task Another_context_and_an_answer_that_is_not_awaited_are_changed(string before, string after, string title) =>
        await VerifyFix.ChangesAsync("AGT1009", Desk(before), Desk(after), title);

    [Theory]
    [InlineData("[Agent] public static partial Task<string> Ask(AgentContext ctx, string message);")]
    [InlineData("[Agent(Model = \"m\")] public static partial Task<string> Ask(AgentContext ctx, string message, int count);")]
    [InlineData("[Agent(Model = \"m\")] public static partial IAsyncEnumerable<string> Ask(AgentContext ctx, string message);")]
    [InlineData("[Agent(Model = \"m\")] public static partial Task<string> Ask(AgentContext ctx); public static Task<string> Call(AgentContext ctx) => Ask(ctx);")]
    [InlineData("[Agent(Instructions = \"a\", InstructionsFile = \"b\")] public static string Ask(string message) => message;")]
    public async Task What_the_user_has_to_say_is_left_to_the_user(string member) =>
        await VerifyFix.OffersNothingAsync("AGT1009", $"public static partial class Desk {{ {member} }}");

    [Fact]
    public async Task Fix_All_completes_every_agent_and_the_class_around_them_once() => await VerifyFix.ChangesAllAsync(
        "AGT1009",
        "class Desk { [Agent(Model = \"m\")] public Task<string> Ask(AgentContext ctx, string message); [Agent(Model = \"m\")] public static Task<string> Tell(); }",
        "partial class Desk { [Agent(Model = \"m\")] public static partial Task<string> Ask(AgentContext ctx, string "
            + "message); [Agent(Model = \"m\")] public static partial Task<string> Tell(AgentContext ctx, string message); }");

    [Fact]
    public async Task A_private_agent_without_a_body_is_made_internal_though_its_method_is_partial() => await VerifyFix.ChangesAsync(
        "AGT1001",
        "static partial class Desk { [Agent(Model = \"m\")] private static partial Task<string> Ask(AgentContext ctx, string message); }",
        "static partial class Desk { [Agent(Model = \"m\")] internal static partial Task<string> Ask(AgentContext ctx, string message); }");

    [Fact]
    public async Task An_agent_that_another_one_asks_gets_a_summary() => await VerifyFix.ChangesAsync(
        "AGT1010",
        "public static class Desk\n{\n    [Agent(Tools = [\"judge\"])] public static string Ask(string message) => message;\n\n    [Agent] public static string Judge(string message) => message;\n}",
        "public static class Desk\n{\n    [Agent(Tools = [\"judge\"])] public static string Ask(string message) => "
            + "message;\n\n    /// <summary>Judge.</summary>\n    [Agent] public static string Judge(string message) => message;\n}");

    [Fact]
    public async Task An_agent_with_another_components_context_takes_an_AgentContext() => await VerifyFix.ChangesAsync(
        "AGT1006",
        "public static class Desk { [Agent] public static string Ask(FunctionContext ctx, string message) => message; }",
        "public static class Desk { [Agent] public static string Ask(AgentContext ctx, string message) => message; }",
        "Take an AgentContext");

    private static string Desk(string head) => $"public static partial class Desk {{ [Agent(Model = \"m\")] public static partial {head}; }}";
}
