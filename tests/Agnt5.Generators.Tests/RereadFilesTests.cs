using Agnt5.Generators.Parsing;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Tests;

/// <summary>An edit reads again only the files that it can matter to, and writes again only what it changes.</summary>
public sealed class RereadFilesTests
{
    private const int OrdersFile = 0;
    private const int ParcelsFile = 1;
    private const int LinesFile = 2;
    private const int OtherFile = 3;

    private static readonly string[] Sources =
    [
        """
        using System.Threading.Tasks;
        using Agnt5;
        namespace My.App;
        public sealed record Order(string Id, Line[] Lines);
        public static class Orders
        {
            [Workflow] public static async Task<Order> Ship(WorkflowContext ctx, Order order) { await ctx.StepAsync("ship", () => 1); return order; }
        }
        """,
        """
        using Agnt5;
        namespace My.App;
        public sealed record Parcel(int Weight);
        public static class Parcels
        {
            [Function] public static int Weigh(Parcel parcel) => parcel.Weight;
        }
        """,
        "namespace My.App; public sealed record Line(string Sku);",
        "namespace My.App; public static class Other { public static int Count() => 1; }",
    ];

    private readonly ProjectUnderTest _project = new(Sources);

    [Fact]
    public void An_edit_inside_a_body_reads_its_own_file_and_writes_nothing()
    {
        var edit = Edit(OrdersFile, Sources[OrdersFile].Replace("() => 1", "() => 2", StringComparison.Ordinal));

        Assert.Equal([OrdersFile], edit.Reread);
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged], edit.Files);
        Assert.Empty(edit.Written);
    }

    [Theory]
    [InlineData("namespace My.App; public static class Other { public static int Count() => 2; }")]
    [InlineData("namespace My.App; public static class Other { public static int Count() => 1; public static int More() => 2; }")]
    [InlineData("namespace My.App; public static class Other { public static int Count() => 1; } public sealed record Another(int Number);")]
    [InlineData("// nothing left")]
    public void An_edit_of_a_file_that_no_component_names_reads_nothing_and_writes_nothing(string source)
    {
        var edit = Edit(OtherFile, source);

        Assert.Empty(edit.Reread);
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged], edit.Files);
        Assert.Empty(edit.Written);
    }

    [Fact]
    public void A_change_of_a_type_reads_the_files_that_reach_it_and_writes_what_names_it()
    {
        var edit = Edit(LinesFile, "namespace My.App; public sealed record Line(string Sku, int Count);");

        Assert.Equal([OrdersFile], edit.Reread);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], edit.Files);
        Assert.Equal(["Agnt5.Catalog.g.cs", "Agnt5.Json.My_App_Line.g.cs", "Agnt5.ManifestDocument.g.cs"], edit.Written);
    }

    [Fact]
    public void An_added_component_reads_its_own_file_and_writes_its_own_files_and_the_lists()
    {
        var edit = Edit(
            ParcelsFile,
            Sources[ParcelsFile].Replace("parcel.Weight;", "parcel.Weight; [Tool] public static void Weightless() { }", StringComparison.Ordinal));

        Assert.Equal([ParcelsFile], edit.Reread);
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified], edit.Files);
        Assert.Equal(["Agnt5.Catalog.g.cs", "Agnt5.Component.My_App_Parcels_Weightless.g.cs", "Agnt5.ManifestDocument.g.cs"], edit.Written);
    }

    private (IReadOnlyList<int> Reread, IReadOnlyList<IncrementalStepRunReason> Files, IReadOnlyList<string> Written) Edit(int file, string source)
    {
        Compilation first = _project.Compile();
        var driver = _project.CreateDriver().RunGenerators(first);
        var (before, written) = (Contents(first), Edits.Files(driver));
        var edited = Edits.Of(first, file, source);

        driver = driver.RunGenerators(edited);

        var after = Contents(edited);
        var reasons = driver.GetRunResult().Results.Single().TrackedSteps[Stages.Files].SelectMany(static step => step.Outputs).Select(static output => output.Reason);
        return (
            [.. Enumerable.Range(0, Sources.Length).Where(place => !ReferenceEquals(before[place], after[place]))],
            [.. reasons],
            [.. Edits.Files(driver).Where(one => written.GetValueOrDefault(one.Key) != one.Value).Select(static one => one.Key).Order(StringComparer.Ordinal)]);
    }

    // What is remembered of each file, or null.
    private static object?[] Contents(Compilation compilation) =>
        [.. compilation.SyntaxTrees.Select(static tree => CandidateFile.Of(tree, [], CancellationToken.None).Remembered?.Contents)];
}
