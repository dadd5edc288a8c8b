using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Generators.Tests;

/// <summary>What the generator remembers of a file never outlives a change elsewhere that it depends on: after each edit it writes what it would write of a project that was just opened.</summary>
public sealed class StaleContentsTests
{
    private const string Component = """
        using System.Threading.Tasks;
        using Agnt5;
        namespace My.App;
        public static partial class Orders
        {
            [Workflow] public static async Task<int> Ship(WorkflowContext ctx, INPUT order) { await ctx.StepAsync("a", () => VALUE); return 1; }
        }
        """;

    [Theory]
    [InlineData("Order", "1", "public sealed record Order(Line Line); public sealed record Line(int Sku);", "public sealed record Order(Line Line); public sealed record Line(string Sku);")]
    [InlineData("Order", "1", "public sealed record Order : Base; public record Base(int Id);", "public sealed record Order : Base; public record Base(string Id);")]
    [InlineData("Version", "1", "public static class Other;", "public sealed record Version(int Number);")]
    [InlineData("int", "Other.Make().Part.Value", Made + "public sealed record Part(int Value);", Made + "public sealed record Part(string Value);")]
    [InlineData("int", "order.Doubled()", Extension + "public static int Doubled(this int it) => it; }", Extension + "public static System.Version Doubled(this int it) => null!; }")]
    [InlineData("int", "Secret", "public static partial class Orders { private static int Secret => 1; }", "public static partial class Orders { private static System.Version Secret => null!; }")]
    [InlineData("Order", "1", "public sealed record Order(Size Size); public enum Size { S }", "public sealed record Order(Size Size); public enum Size { S, M }")]
    [InlineData("[Often] Order", "1", "public sealed record Order(int Id); " + Often + "(2)] public sealed class OftenAttribute : System.Attribute;", OftenAfter)]
    [InlineData("Order", "1", "public sealed record Order(int Id);", "/// <summary>An order.</summary>\npublic sealed record Order(int Id);")]
    [InlineData("Order", "1", Inherited + "/// <summary>One.</summary>\npublic class Source;", Inherited + "/// <summary>Two.</summary>\npublic class Source;")]
    [InlineData("Order", "1", "public sealed record Order(int Id);", "public sealed record Order(int Id);" + Context)]
    [InlineData("int", "new Order()", Counted + "{ } }", Counted + "{ _count = 1; } }")]
    public void A_declaration_of_another_file_changes(string input, string value, string before, string after)
    {
        var component = Component.Replace("VALUE", value, StringComparison.Ordinal);
        component = input.StartsWith("[Often] ", StringComparison.Ordinal)
            ? component.Replace("[Workflow]", "[Workflow, Often]", StringComparison.Ordinal).Replace("INPUT", input[8..], StringComparison.Ordinal)
            : component.Replace("INPUT", input, StringComparison.Ordinal);

        AssertFollows([component, "namespace My.App;\n" + before], "namespace My.App;\n" + after);
    }

    [Theory]
    [InlineData("global using Order = My.Models.First;", "global using Order = My.Models.Second;", "1")]
    [InlineData("global using static My.Models.Numbers;", "global using static My.Models.Texts;", "Value()")]
    [InlineData("[assembly: Agnt5.Agnt5Json(System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase)]",
        "[assembly: Agnt5.Agnt5Json(System.Text.Json.Serialization.JsonKnownNamingPolicy.SnakeCaseLower)]", "1")]
    [InlineData("[assembly: Agnt5.Retries(2)]", "[assembly: Agnt5.Retries(3)]", "1")]
    public void What_all_files_see_changes(string before, string after, string value)
    {
        var component = Component.Replace("VALUE", value, StringComparison.Ordinal)
            .Replace("INPUT", before.Contains("Order", StringComparison.Ordinal) ? "Order" : "My.Models.First", StringComparison.Ordinal);
        const string models = """
            namespace My.Models;
            public sealed record First(int FirstNumber);
            public sealed record Second(string Text);
            public static class Numbers { public static int Value() => 1; }
            public static class Texts { public static string Value() => ""; }
            """;

        AssertFollows([component, before, models], after);
    }

    [Fact]
    public void A_body_begins_to_use_another_file_and_that_file_changes_later()
    {
        var component = Component.Replace("INPUT", "int", StringComparison.Ordinal);
        var project = new ProjectUnderTest(component.Replace("VALUE", "1", StringComparison.Ordinal), "namespace My.App; public static class Other { public static System.Version Make() => null!; }");
        Compilation first = project.Compile();
        var uses = Edits.Of(first, 0, component.Replace("VALUE", "Other.Make()", StringComparison.Ordinal));
        var without = Edits.Of(uses, 1, "namespace My.App; public static class Gone { }");
        var driver = project.CreateDriver().RunGenerators(first).RunGenerators(uses).RunGenerators(without);

        Assert.Equal(Edits.Files(project.CreateDriver().RunGenerators(Edits.Reparsed(without))), Edits.Files(driver));
        Assert.NotEqual(Edits.Files(project.CreateDriver().RunGenerators(uses)), Edits.Files(driver));
    }

    [Fact]
    public void A_referenced_assembly_changes()
    {
        var project = new ProjectUnderTest(Component.Replace("INPUT", "Library.Order", StringComparison.Ordinal).Replace("VALUE", "1", StringComparison.Ordinal));
        Compilation compilation = project.Compile();
        var (one, two) = (Library("int"), Library("string"));

        var driver = project.CreateDriver().RunGenerators(compilation.AddReferences(one));
        var before = Edits.Files(driver);
        driver = driver.RunGenerators(compilation.AddReferences(two));

        Assert.NotEqual(before, Edits.Files(driver));
        Assert.Equal(Edits.Files(project.CreateDriver().RunGenerators(Edits.Reparsed(compilation).AddReferences(two))), Edits.Files(driver));

        MetadataReference Library(string type) => CSharpCompilation.Create(
            "Library", [CSharpSyntaxTree.ParseText($"namespace Library; public sealed class Order {{ public {type} Id {{ get; set; }} = default!; }}")], compilation.References,
            new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
    }

    [Fact]
    public void The_options_of_the_project_change()
    {
        var project = new ProjectUnderTest(Component.Replace("INPUT", "string", StringComparison.Ordinal).Replace("VALUE", "1", StringComparison.Ordinal));
        var compilation = project.Compile();
        var driver = project.CreateDriver().RunGenerators(compilation);
        var before = Edits.Files(driver);
        Compilation edited = compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));

        driver = driver.RunGenerators(edited);

        Assert.NotEqual(before, Edits.Files(driver));
        Assert.Equal(Edits.Files(project.CreateDriver().RunGenerators(Edits.Reparsed(edited))), Edits.Files(driver));
    }

    private const string Made = "public static class Other { public static Whole Make() => null!; } public sealed record Whole(Part Part); ";
    private const string Extension = "public static class Extensions { ";
    private const string Often = "[Agnt5.Retries";
    private const string OftenAfter = "public sealed record Order(int Id); " + Often + "(3)] public sealed class OftenAttribute : System.Attribute;";
    private const string Inherited = "/// <inheritdoc cref=\"Source\"/>\npublic sealed record Order(int Id);\n";
    private const string Counted = "public sealed class Order { private int _count; public int Count => _count; public void Add() ";
    private const string Context = """
         [System.Text.Json.Serialization.JsonSerializable(typeof(Order))] public sealed partial class Context() : System.Text.Json.Serialization.JsonSerializerContext(null)
        {
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
        }
        """;

    // The second file is edited. Each other file stays the same tree, as in an editor.
    private static void AssertFollows(string[] sources, string after)
    {
        var project = new ProjectUnderTest(sources);
        Compilation first = project.Compile();
        var edited = Edits.Of(first, 1, after);
        var driver = project.CreateDriver().RunGenerators(first);
        var before = Edits.Files(driver);

        driver = driver.RunGenerators(edited);

        Assert.Equal(Edits.Files(project.CreateDriver().RunGenerators(Edits.Reparsed(edited))), Edits.Files(driver));
        Assert.NotEqual(before, Edits.Files(driver));
    }
}
