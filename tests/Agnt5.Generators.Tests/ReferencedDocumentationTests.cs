using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Generators.Tests;

/// <summary>Types of referenced assemblies are described by the XML file beside the assembly.</summary>
public sealed class ReferencedDocumentationTests
{
    private static readonly BuiltProject Library = (new ProjectUnderTest("""
        #pragma warning disable CS1591
        using System.ComponentModel;
        namespace Lib;
        /// <summary>An order, see <see cref="Box{T}"/>, <see cref="Box{T}.Content"/> and <see cref="Order(string)"/>.</summary>
        /// <param name="Id">Its id.</param>
        public record Order(string Id)
        {
            /// <summary>How many.</summary>
            [Description("Said.")] public int Count { get; set; }
            /// <summary>For <c>Id</c>.</summary>
            public Box<string>? Box { get; set; }
            /// <inheritdoc cref="Box{T}.Content"/>
            public int Borrowed { get; set; }
        }
        /// <summary>A box.</summary>
        public class Box<T>
        {
            /// <summary>What is inside.</summary>
            public virtual T? Content { get; set; }
        }
        /// <inheritdoc/>
        public class Crate : Box<Made>
        {
            /// <inheritdoc/>
            public override Made? Content { get; set; }
        }
        /// <summary>Made.</summary>
        /// <param name="id">What it is called.</param>
        public sealed class Made(string id) { public string Id { get; } = id; }
        """) { AssemblyName = "Lib", RootNamespace = "Lib", GeneratesDocumentation = true }).Build();

    private static ProjectUnderTest App(params AdditionalFile[] files) => new("""
        namespace App;
        /// <inheritdoc/>
        public sealed record Big(string Id, int Size) : Lib.Order(Id);
        /// <inheritdoc/>
        public sealed class Own : Lib.Crate;
        public static class Components { [Agnt5.Function("take")] public static void Take(Lib.Order order, Big big, Own own, Lib.Box<int> numbers) { } }
        """, "namespace App; public static class Other { }")
    {
        AssemblyName = "App",
        References = [Library],
        AdditionalFiles = files,
    };

    private static AdditionalFile File(string? assembly = "Lib", Func<string, string>? change = null) => new((change ?? (static xml => xml))(Library.Documentation), assembly);

    private static async Task<string?> DescriptionAsync(ProjectUnderTest project, string path)
    {
        var schema = (await project.Build().ManifestAsync("take"))["input_schema"]!;
        var described = path.Split('/').Aggregate(schema["properties"], static (node, name) => node?[name]);
        Assert.NotNull(described);
        return (string?)described["description"];
    }

    [Theory]
    [InlineData("order", "An order, see Box, Content and Order.")]
    [InlineData("order/properties/id", "Its id.")]
    [InlineData("order/properties/count", "Said.")]
    [InlineData("order/properties/box", "For Id.")]
    [InlineData("numbers/properties/content", "What is inside.")]
    [InlineData("order/properties/borrowed", "What is inside.")]
    [InlineData("big", "An order, see Box, Content and Order.")]
    [InlineData("big/properties/id", "Its id.")]
    [InlineData("own", "A box.")]
    [InlineData("own/properties/content", "What is inside.")]
    [InlineData("own/properties/content/properties/id", "What it is called.")]
    public async Task A_type_of_a_reference_is_described_by_the_XML_file_beside_it(string path, string expected) =>
        Assert.Equal(expected, await DescriptionAsync(App(File()), path));

    [Theory]
    [InlineData("order", null)]
    [InlineData("order/properties/count", "Said.")]
    public async Task Without_the_file_an_attribute_is_all_that_is_known(string path, string? expected) =>
        Assert.Equal(expected, await DescriptionAsync(App(), path));

    [Fact]
    public async Task A_file_that_ends_in_the_middle_gives_what_it_has()
    {
        var app = App(File(change: static xml => xml[..xml.IndexOf("How many", StringComparison.Ordinal)]));

        Assert.Equal("Its id.", await DescriptionAsync(app, "order/properties/id"));
        Assert.Null(await DescriptionAsync(app, "order/properties/box"));
    }

    [Fact]
    public void A_file_that_no_type_needs_is_not_read()
    {
        AdditionalFile[] files = [File(), File("Elsewhere"), File(assembly: null)];

        App(files).Generate();

        Assert.Equal([1, 0, 0], files.Select(static file => file.Reads));
    }

    [Fact]
    public void An_edit_reads_no_file_again()
    {
        var file = File();
        var app = App(file);
        var compilation = app.Compile();
        var driver = app.CreateDriver().RunGenerators(compilation);
        Assert.Equal(1, file.Reads);

        driver = driver.RunGenerators(Edit(compilation, 1, "namespace App; public static class Other { public static int More; }"));
        var manifest = driver.GetRunResult().Results.Single().TrackedSteps[Stages.Manifest];
        Assert.All(manifest.SelectMany(static step => step.Outputs), static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));

        driver.RunGenerators(Edit(compilation, 0, app.Sources[0].Replace("Size", "Length", StringComparison.Ordinal)));
        Assert.Equal(1, file.Reads);

        Compilation Edit(Compilation edited, int tree, string source) =>
            edited.ReplaceSyntaxTree(edited.SyntaxTrees.ElementAt(tree), CSharpSyntaxTree.ParseText(source, app.ParseOptions, $"Source{tree}.cs"));
    }

    [Fact]
    public void A_file_that_changed_changes_the_description()
    {
        var file = File();
        var app = App(file);
        var driver = app.CreateDriver().RunGenerators(app.Compile());

        driver = driver.ReplaceAdditionalText(file, File(change: static xml => xml.Replace("Its id.", "Its number.", StringComparison.Ordinal))).RunGenerators(app.Compile());

        var catalog = driver.GetRunResult().Results.Single().GeneratedSources.Single(static source => source.HintName == "Agnt5.Catalog.g.cs");
        Assert.Contains("Its number.", catalog.SourceText.ToString(), StringComparison.Ordinal);
    }
}
