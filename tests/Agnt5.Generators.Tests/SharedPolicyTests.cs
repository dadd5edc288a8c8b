using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Tests;

/// <summary>Policies that are written once and hold for many components: a component that did not get them would run without its limits.</summary>
public sealed class SharedPolicyTests
{
    private static readonly BuiltProject Library = new ProjectUnderTest("""
        namespace Lib;
        [Agnt5.Retries(9), Agnt5.Debounce(9)] public sealed class PoliteAttribute : System.Attribute;
        """) { AssemblyName = "Lib", RootNamespace = "Lib" }.Build();

    [Fact]
    public async Task An_attribute_class_gives_its_policies_to_every_workflow_and_function_that_wears_it()
    {
        const string Standard = """{"retries":{"max_attempts":5},"concurrency":{"limit":2,"key_expression":"input.accountId"}}""";
        var project = Build("""
            [Retries(5), Concurrency(2, KeyExpression = "input.accountId")] public sealed class StandardAttribute : System.Attribute;
            public static class Orders
            {
                [Workflow, Standard] public static void Ship(string accountId) { }
                [Function] [Standard] public static void Bill(string accountId) { }
                [Tool, Standard] public static void Look(string accountId) { }
                [Function] public static void Plain(string accountId) { }
            }
            """);

        Assert.Equal(Standard, await FlowControlAsync(project, "ship"));
        Assert.Equal(Standard, await FlowControlAsync(project, "bill"));
        Assert.Null(await FlowControlAsync(project, "look"));
        Assert.Null(await FlowControlAsync(project, "plain"));
    }

    [Fact]
    public async Task The_assembly_gives_its_defaults_to_all_its_workflows_and_functions()
    {
        var project = Build("""
            [assembly: Retries(3)]
            [assembly: My.App.Slow]
            namespace My.App
            {
                [Throttle(1, PeriodMs = 10), Retries(8)] public sealed class SlowAttribute : System.Attribute;
                public static class Orders
                {
                    [Workflow, OnEvent("a")] public static void Ship() { }
                    [Function] public static void Bill() { }
                    [Tool] public static void Look() { }
                }
            }
            """, isWhole: true);

        Assert.Equal("""{"retries":{"max_attempts":3},"throttle":{"limit":1,"period_ms":10}}""", await FlowControlAsync(project, "ship"));
        Assert.Equal("""{"retries":{"max_attempts":3},"throttle":{"limit":1,"period_ms":10}}""", await FlowControlAsync(project, "bill"));
        Assert.Null(await FlowControlAsync(project, "look"));
    }

    [Theory]
    [InlineData("Workflow, Retries(1), First, Second", """{"retries":{"max_attempts":1},"debounce":{"window_ms":2}}""")]
    [InlineData("First, Retries(1), Workflow", """{"retries":{"max_attempts":1}}""")]
    [InlineData("Workflow, First, Second", """{"retries":{"max_attempts":2,"multiplier":2},"debounce":{"window_ms":2}}""")]
    [InlineData("Workflow, Second, First", """{"retries":{"max_attempts":3},"debounce":{"window_ms":2}}""")]
    [InlineData("Workflow, Around", """{"retries":{"max_attempts":3},"debounce":{"window_ms":1}}""")]
    [InlineData("Workflow, Lib.Polite, First", """{"retries":{"max_attempts":9},"debounce":{"window_ms":9}}""")]
    [InlineData("Workflow, Circle", """{"retries":{"max_attempts":7},"singleton":{"key":"circle"}}""")]
    [InlineData("Workflow", """{"retries":{"max_attempts":7}}""")]
    public async Task The_method_wins_over_what_it_wears_the_first_of_that_wins_and_the_assembly_comes_last(string attributes, string expected)
    {
        var project = Build($$"""
            [assembly: Retries(7, InitialIntervalMs = 1)]
            namespace My.App
            {
                [Retries(2, Multiplier = 2)] public sealed class FirstAttribute : System.Attribute;
                [Debounce(2), Retries(3)] public sealed class SecondAttribute : System.Attribute;
                [Second, Debounce(1)] public sealed class AroundAttribute : System.Attribute;
                [Circle, Singleton(Key = "circle"), Back] public sealed class CircleAttribute : System.Attribute;
                [Circle] public sealed class BackAttribute : System.Attribute;
                public static class Orders { [{{attributes}}] public static void Ship() { } }
            }
            """, isWhole: true, Library);

        // A policy is replaced as a whole, so the assembly's interval shows where its attempts do and nowhere else.
        Assert.Equal(expected.Replace("""{"max_attempts":7}""", """{"max_attempts":7,"initial_interval_ms":1}""", StringComparison.Ordinal), await FlowControlAsync(project, "ship"));
    }

    [Theory]
    [InlineData("[Retries(5)]", "[Retries(6)]")]
    [InlineData("[assembly: Debounce(1)]", "[assembly: Debounce(2)]")]
    [InlineData("[assembly: Debounce(1)]", "")]
    public async Task Editing_the_declaration_of_a_shared_policy_reaches_the_components_in_other_files(string text, string replacement)
    {
        const string Shared = """
            using Agnt5;
            [assembly: Debounce(1)]
            namespace My.App { [Retries(5)] public sealed class StandardAttribute : System.Attribute; }
            """;
        var project = new ProjectUnderTest("namespace My.App; public static class Orders { [Agnt5.Workflow, Standard] public static void Ship() { } }", Shared);
        var first = project.Compile();
        var edited = first.ReplaceSyntaxTree(
            first.SyntaxTrees[1],
            first.SyntaxTrees[1].WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(Shared.Replace(text, replacement, StringComparison.Ordinal))));

        var driver = project.CreateDriver().RunGenerators(first);
        var before = Manifest(driver);
        driver = driver.RunGeneratorsAndUpdateCompilation(edited, out var compilation, out _);

        Assert.NotEqual(before, Manifest(driver));
        var built = new GeneratedProject(project, (Microsoft.CodeAnalysis.CSharp.CSharpCompilation)compilation, driver.GetRunResult()).Build();
        Assert.Equal(replacement.Contains('6', StringComparison.Ordinal) ? 6 : 5, (int?)(await built.ManifestAsync("ship"))["flow_control"]!["retries"]!["max_attempts"]);
    }

    [Theory]
    [InlineData("[Retries(0)] public sealed class BadAttribute : System.Attribute;", "Bad")]
    [InlineData("[Retries(0)] public sealed class InnerAttribute : System.Attribute; [Inner] public sealed class BadAttribute : System.Attribute;", "Bad")]
    public async Task A_shared_policy_that_AGNT5_refuses_keeps_out_the_components_that_have_it_and_no_others(string declarations, string attribute)
    {
        var project = Build($$"""
            {{declarations}}
            public static class Orders
            {
                [Workflow, {{attribute}}] public static void Ship() { }
                [Workflow, {{attribute}}, Retries(1)] public static void Replaces() { }
                [Workflow] public static void Plain() { }
            }
            """);

        Assert.Equal(["plain", "replaces"], (await project.ManifestAsync())["components"]!.AsArray().Select(static entry => (string?)entry!["name"]));
    }

    [Fact]
    public async Task A_default_of_the_assembly_that_AGNT5_refuses_keeps_out_the_components_that_have_it_and_no_others()
    {
        var project = Build("""
            [assembly: Retries(0)]
            namespace My.App
            {
                public static class Orders
                {
                    [Workflow] public static void Ship() { }
                    [Workflow, Retries(1)] public static void Replaces() { }
                    [Tool] public static void Look() { }
                }
            }
            """, isWhole: true);

        Assert.Equal(["replaces", "look"], (await project.ManifestAsync())["components"]!.AsArray().Select(static entry => (string?)entry!["name"]));
    }

    private static BuiltProject Build(string source, bool isWhole = false, params BuiltProject[] references) =>
        new ProjectUnderTest("using Agnt5;\n" + (isWhole ? "" : "namespace My.App;\n") + source) { References = references }.Build();

    private static async Task<string?> FlowControlAsync(BuiltProject project, string component) => (await project.ManifestAsync(component))["flow_control"]?.ToJsonString(Readable);

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Manifest(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.Single(static file => file.HintName == "Agnt5.ManifestDocument.g.cs").SourceText.ToString();
}
