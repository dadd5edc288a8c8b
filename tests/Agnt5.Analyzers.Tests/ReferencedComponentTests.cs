using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>Names that this project shares with components of referenced assemblies, which its catalog includes.</summary>
public sealed class ReferencedComponentTests
{
    [Fact]
    public async Task A_name_that_a_referenced_assembly_has_is_found_before_AGNT5_refuses_the_manifest()
    {
        const string Source = """
            public static class Orders
            {
                [Workflow]
                public static void {|AGT1003:Approve|}() { }

                [Function]
                public static void Approve(string id) { }
            }
            """;
        var library = Library("Shared", "workflow approve");

        await Verify.FindsAsync(Source, library);
        Assert.Equal(
            "'Orders.Approve()' is a second workflow named 'approve', after 'SharedOrders.Run(string)' of assembly 'Shared': "
                + "AGNT5 finds components by type and name, so rename one of them",
            await Verify.MessageAsync(MarkedSource.Parse(Source).Text, library));
    }

    [Fact]
    public async Task Two_referenced_assemblies_that_clash_are_named_with_both_methods_although_no_source_is_at_fault() =>
        Assert.Equal(
            "'BOrders.Run(string)' of assembly 'B' is a second tool named 'lookup', after 'AOrders.Run(string)' of assembly 'A': "
                + "AGNT5 finds components by type and name, so rename one of them",
            await Verify.MessageAsync("", Library("B", "tool lookup"), Library("A", "tool lookup")));

    [Fact]
    public async Task A_component_whose_method_does_not_show_is_named_by_its_assembly() =>
        Assert.Equal(
            "The one in assembly 'B' is a second tool named 'lookup', after the one in assembly 'A': "
                + "AGNT5 finds components by type and name, so rename one of them",
            await Verify.MessageAsync("", Library("B", "tool lookup", showsMethod: false), Library("A", "tool lookup", showsMethod: false)));

    [Theory]
    [InlineData("public static class Program { public static object Served => {|AGT1003:Agnt5Components|}.Catalog; } public static class Agnt5Components { public static object Catalog => 1; }")]
    [InlineData("public static class Orders { [Function] public static void Ship() { } [Function] public static void {|AGT1003:Approve|}() { } }")]
    [InlineData("{|AGT1003:|}public static class Nothing;")]
    public async Task A_clash_of_two_referenced_assemblies_stands_where_the_project_brings_them_together(string source)
    {
        var compilation = CompilerRun.Compile(MarkedSource.Parse(source).Text, references: [Library("B", "tool lookup"), Library("A", "tool lookup")]);

        var location = Assert.Single(await CompilerRun.AnalyzeAsync(compilation, "AGT1003")).Location;

        Assert.Equal(MarkedSource.Parse(source).Expected.Single().Span, location.SourceSpan);
    }

    [Fact]
    public async Task Assemblies_with_different_components_are_silent() =>
        await Verify.FindsAsync("", Library("B", "tool lookup"), Library("A", "function lookup"), Library("C", "tool find"));

    [Fact]
    public async Task An_agent_can_name_what_a_referenced_assembly_brings()
    {
        const string Source = """
            public static class Agents
            {
                [Agent(Tools = ["lookup", "judge", {|AGT1012:"look_up"|}, {|AGT1012:"ship"|}], Handoffs = ["judge", {|AGT1012:"lookup"|}])]
                public static string Ask(string message) => message;
            }
            """;

        await Verify.FindsAsync(Source, Library("A", "tool lookup"), Library("B", "agent judge"), Library("C", "workflow ship"));
    }

    /// <summary>An assembly whose catalog lists one component, as the generator writes it.</summary>
    private static PortableExecutableReference Library(string assemblyName, string component, bool showsMethod = true)
    {
        var type = component.Split(' ')[0];
        var name = component.Split(' ')[1];
        var source = $$"""
            [assembly: Agnt5.Generated.Agnt5Catalog(typeof({{assemblyName}}Catalog))]

            [Agnt5.Generated.CatalogComponent(ComponentType.{{char.ToUpperInvariant(type[0])}}{{type[1..]}}, "{{name}}", "{}")]
            public sealed class {{assemblyName}}Catalog;

            public static class {{assemblyName}}Orders
            {
                {{(showsMethod ? "" : "//")}}[{{char.ToUpperInvariant(type[0])}}{{type[1..]}}("{{name}}")]
                public static string Run(string id) => id;
            }
            """;
        using var image = new MemoryStream();
        Assert.True(CompilerRun.Compile(source, assemblyName)
            .Emit(image, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(metadataOnly: true, includePrivateMembers: false)).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
