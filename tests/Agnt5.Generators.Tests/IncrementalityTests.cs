using System.Reflection;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Tests;

/// <summary>A keystroke costs only its own change: nothing else is generated again, and no old compilation is kept alive.</summary>
public sealed class IncrementalityTests
{
    private const string Orders = """
        using System.Threading.Tasks;
        using Agnt5;
        namespace My.App;
        /// <summary>An order.</summary>
        public sealed record Order(string Id, Line[] Lines);
        public sealed record Line(string Sku);
        public sealed record Ticket(int Urgency);
        public static class Orders
        {
            [Workflow, OnEvent("order.created", Filter = nameof(IsMeant))] public static async Task<Order> Ship(WorkflowContext ctx, Order order) { await ctx.StepAsync("a", () => new Line("x")); return order; }
            internal static bool IsMeant(Order order) => true;
            [Function, Retries(2, MaxIntervalMs = 1000)] public static string Greet(string name, int times = 1) => name;
            [Tool] public static void Nothing() { }
        }
        public static partial class Desk
        {
            [Agent(Model = "m", Tools = ["nothing"], Temperature = 1)] public static partial Task<string> Ask(AgentContext ctx, string message);
            [Agent(Model = "m")] public static async Task<string> Sort(AgentContext ctx, string message) => (await ctx.RunAsync<Ticket>(message)).ToString();
        }
        """;

    private const string Other = "namespace My.App; public static class Other { public static int Count() => 1; }";

    private readonly ProjectUnderTest _project = new(Orders, Other);

    [Fact]
    public void Same_input_runs_nothing_again()
    {
        var compilation = _project.Compile();
        var result = Run(compilation, compilation.Clone());

        AssertReasons(result, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertOutputs(result, IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("namespace My.App; public static class Other { public static int Count() => 2; }")]
    [InlineData("namespace My.App; public static class Other { public static int Count() => 1; public static int More; }")]
    [InlineData("// nothing left")]
    public void Unrelated_edit_generates_nothing_again(string edited)
    {
        var compilation = _project.Compile();
        var result = Run(compilation, Edit(compilation, 1, edited));

        AssertReasons(result, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertOutputs(result, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void Equivalent_source_generates_nothing_again()
    {
        var compilation = _project.Compile();
        var edited = Orders.Replace("    [Function]", "    // A remark.\n\n    [Function]", StringComparison.Ordinal).Replace("=> name;", "{ return name; }", StringComparison.Ordinal);
        var result = Run(compilation, Edit(compilation, 0, edited));

        AssertReasons(result, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertOutputs(result, IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("record Line(string Sku)", "record Line(int Sku)", "Agnt5.Json.My_App_Line.g.cs")]
    [InlineData("int times = 1", "int times = 2", "Agnt5.Component.My_App_Orders_Greet.g.cs")]
    [InlineData("MaxIntervalMs = 1000", "MaxIntervalMs = 2000", "Agnt5.Catalog.g.cs")]
    [InlineData("order.created", "order.placed", "Agnt5.Catalog.g.cs")]
    [InlineData("bool IsMeant(Order order)", "bool IsMeant(System.Text.Json.JsonElement order)", "Agnt5.Component.My_App_Orders_Ship.g.cs")]
    [InlineData("[\"nothing\"]", "[]", "Agnt5.Component.My_App_Desk_Ask.g.cs")]
    [InlineData("string message", "string question", "Agnt5.AgentBody.My_App_Desk_Ask.g.cs")]
    [InlineData("An order.", "A big order.", "Agnt5.Catalog.g.cs")]
    [InlineData("new Line(\"x\")", "new System.Version()", "Agnt5.JsonMetadata.g.cs")]
    [InlineData("record Ticket(int Urgency)", "record Ticket(long Urgency)", "Agnt5.AnswerSchemas.g.cs")]
    public void Real_change_reaches_the_output(string text, string replacement, string file)
    {
        var compilation = _project.Compile();
        var edited = Edit(compilation, 0, Orders.Replace(text, replacement, StringComparison.Ordinal));
        var driver = _project.CreateDriver().RunGenerators(compilation);
        var before = Edits.Files(driver);
        var after = Edits.Files(driver.RunGenerators(edited));

        Assert.NotEqual(before[file], after[file]);
        Assert.Equal(Edits.Files(_project.CreateDriver().RunGenerators(edited)), after);
    }

    [Theory]
    [InlineData("public sealed record Line(string Sku);", "", "public sealed record Line(int Sku);")]
    [InlineData("new Line(\"x\")", "Other.Make()", "public static class Other { public static System.Version Make() => new(); }")]
    [InlineData("Retries(2,", "Retries(Other.Attempts,", "public static class Other { public const int Attempts = 3; }")]
    public void Change_of_a_declaration_in_another_file_reaches_the_output(string text, string replacement, string other)
    {
        Compilation first = (_project with { Sources = [Orders.Replace(text, replacement, StringComparison.Ordinal),
            "namespace My.App; public sealed record Line(string Sku); public static class Other { public const int Attempts = 2; public static Line Make() => null!; }"] }).Compile();
        if (text.StartsWith("new", StringComparison.Ordinal))
            first = Edit(first, 1, "namespace My.App; public static class Other { public static Order Make() => null!; }");
        var edited = Edit(first, 1, "namespace My.App; " + other);

        var after = Edits.Files(_project.CreateDriver().RunGenerators(first).RunGenerators(edited));

        Assert.Equal(Edits.Files(_project.CreateDriver().RunGenerators(Edits.Reparsed(edited))), after);
        Assert.NotEqual(Edits.Files(_project.CreateDriver().RunGenerators(first)), after);
    }

    [Fact]
    public void A_body_that_is_written_in_another_file_takes_the_place_of_the_generated_one_although_nothing_else_changes()
    {
        const string Part = "namespace My.App; public static partial class Desk { public static partial System.Threading.Tasks.Task<string> Ask(Agnt5.AgentContext ctx, string message)";
        var first = Edit(_project.Compile(), 1, Part + "; }");
        var edited = Edit(first, 1, Part + " => null!; }");

        Assert.Contains(Edits.Files(_project.CreateDriver().RunGenerators(first)).Keys, IsBody);
        Assert.DoesNotContain(Edits.Files(_project.CreateDriver().RunGenerators(first).RunGenerators(edited)).Keys, IsBody);

        static bool IsBody(string file) => file.StartsWith("Agnt5.AgentBody", StringComparison.Ordinal);
    }

    [Fact]
    public void No_stage_keeps_a_symbol_a_syntax_node_or_a_compilation()
    {
        var compilation = _project.Compile();
        var result = Run(compilation, Edit(compilation, 1, "namespace My.App;"));
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        foreach (var stage in Stages.All)
        {
            Assert.True(result.TrackedSteps.ContainsKey(stage), $"no stage is named {stage}");
            foreach (var (value, _) in result.TrackedSteps[stage].SelectMany(static step => step.Outputs))
                AssertHoldsNoCompilerObject(value, stage, seen);
        }

        Assert.True(seen.Count > 50, "the walk saw next to nothing");
    }

    private GeneratorRunResult Run(Compilation first, Compilation second) =>
        _project.CreateDriver().RunGenerators(first).RunGenerators(second).GetRunResult().Results.Single();

    private Compilation Edit(Compilation compilation, int file, string source) => Edits.Of(compilation, file, source);

    private static void AssertReasons(GeneratorRunResult result, params IncrementalStepRunReason[] allowed)
    {
        foreach (var stage in Stages.All)
            Assert.All(result.TrackedSteps[stage].SelectMany(static step => step.Outputs), output => Assert.Contains(output.Reason, allowed));
    }

    private static void AssertOutputs(GeneratorRunResult result, IncrementalStepRunReason reason)
    {
        var outputs = result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs).ToArray();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.Equal(reason, output.Reason));
    }

    private static void AssertHoldsNoCompilerObject(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel, $"{path} holds a {value.GetType().Name}");
        if (value is Array items)
        {
            foreach (var item in items)
                AssertHoldsNoCompilerObject(item, path + "[]", seen);
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                AssertHoldsNoCompilerObject(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }
}
