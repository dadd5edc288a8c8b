using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1013 and AGT1007: an attribute is removed, and nothing else.</summary>
public sealed class RemoveAttributeFixTests
{
    [Theory]
    [InlineData("[Retries(2)]\n    public void Ship() { }", "public void Ship() { }")]
    [InlineData("[Retries(2)] public void Ship() { }", "public void Ship() { }")]
    [InlineData("[Obsolete, Retries(2)]\n    public void Ship() { }", "[Obsolete]\n    public void Ship() { }")]
    [InlineData("[Retries(2, Multiplier = 2), Obsolete]\n    public void Ship() { }", "[Obsolete]\n    public void Ship() { }")]
    [InlineData("[Obsolete,\n     Retries(2)]\n    public void Ship() { }", "[Obsolete]\n    public void Ship() { }")]
    [InlineData("/// <summary>Ships.</summary>\n    [Retries(2)] // Twice.\n    public void Ship() { }", "/// <summary>Ships.</summary>\n    public void Ship() { }")]
    [InlineData("[Obsolete]\n    // Why twice.\n    [Retries(2)]\n    // Ships.\n    public void Ship() { }", "[Obsolete]\n    // Why twice.\n    // Ships.\n    public void Ship() { }")]
    [InlineData("public int Count { [Retries(2)] get; set; }", "public int Count { get; set; }")]
    [InlineData("public Action Ship() => [Retries(2)] () => { };", "public Action Ship() => () => { };")]
    [InlineData("public void Ship() { [Retries(2)] void Local() { } Local(); }", "public void Ship() { void Local() { } Local(); }")]
    [InlineData("/// <summary>Looks.</summary>\n    [Tool, Retries(2)]\n    public void Look() { }", "/// <summary>Looks.</summary>\n    [Tool]\n    public void Look() { }")]
    public async Task What_nothing_reads_is_removed(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT1013", Orders(before), Orders(after), "Remove [Retries]");

    [Fact]
    public async Task A_class_loses_what_it_cannot_give_to_its_components() =>
        await VerifyFix.ChangesAsync(
            "AGT1013",
            "[Retries(2)] public sealed class StandardAttribute : Attribute;\n\n// All orders.\n[Standard]\npublic class Orders;\n",
            "[Retries(2)] public sealed class StandardAttribute : Attribute;\n\n// All orders.\npublic class Orders;\n",
            "Remove [Standard]");

    [Fact]
    public async Task Fix_All_removes_every_one_also_those_of_one_list_and_those_that_are_alike() =>
        await VerifyFix.ChangesAllAsync(
            "AGT1013",
            Orders("""
                [Retries(2), OnEvent("a"), Obsolete, OnEvent("a")]
                    [OnEvent("a")]
                    [Cron("* * * * *"), Debounce(1)]
                    public void Ship() { }

                    [Singleton]
                    public void Bill() { }
                """),
            Orders("""
                [Obsolete]
                    public void Ship() { }

                    public void Bill() { }
                """));

    [Theory]
    [InlineData("[Workflow, Function]\n    public void Ship() { }", "[Workflow]\n    public void Ship() { }", "Remove [Function]")]
    [InlineData("[Workflow]\n    [Tool(\"ship\")]\n    public void Ship() { }", "[Workflow]\n    public void Ship() { }", "Remove [Tool]")]
    [InlineData("[Function] [Workflow]\n    public void Ship(FunctionContext ctx) { }", "[Function]\n    public void Ship(FunctionContext ctx) { }", "Remove [Workflow]")]
    public async Task The_first_component_attribute_is_kept(string before, string after, string title) =>
        await VerifyFix.ChangesAsync("AGT1007", Orders(before), Orders(after), title);

    [Fact]
    public async Task Fix_All_leaves_one_component_attribute_on_each_method() =>
        await VerifyFix.ChangesAllAsync(
            "AGT1007",
            Orders("[Workflow, Function, Tool]\n    public void Ship() { }\n\n    [Function]\n    [Tool]\n    public void Bill() { }"),
            Orders("[Workflow]\n    public void Ship() { }\n\n    [Function]\n    public void Bill() { }"));

    [Fact]
    public async Task A_method_that_takes_the_context_of_the_second_attribute_is_the_users_to_decide() =>
        await VerifyFix.OffersNothingAsync("AGT1007", Orders("[Function, Workflow]\n    public void Ship(WorkflowContext ctx) { }"));

    private static string Orders(string member) => $$"""
        public class Orders
        {
            {{member}}
        }
        """;
}
