using System.Text.Json.Nodes;
using Agnt5.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Tests;

/// <summary>An app serves the components of the class libraries that it references.</summary>
public sealed class ReferencedCatalogTests
{
    private const string Library = """
        namespace Lib;
        public record Order(string Id, int Count = 1) { public string Note { get; init; } = "lib"; }
        public sealed class Orders { [Agnt5.Function("b_lib")] public Order Echo(Order order) => order; [Agnt5.Workflow("same")] public static string Same() => "workflow"; }
        """;

    private const string App = """
        namespace App;
        public static class Program
        {
            public static void Main() { }
            [Agnt5.Function("a_app")] public static Lib.Order Own(Lib.Order order) => order with { Count = order.Count + 1 };
            [Agnt5.Function("same")] public static string Same() => "function";
            public static object Of => (Agnt5Components.Catalog, Lib.Agnt5Components.Catalog);
        }
        """;

    private static readonly BuiltProject Shared = (new ProjectUnderTest(Library) { AssemblyName = "Lib", RootNamespace = "Lib" }).Build();

    private static BuiltProject BuildApp(string source, params BuiltProject[] references) =>
        (new ProjectUnderTest(source) { AssemblyName = "App", RootNamespace = "App", OutputKind = OutputKind.ConsoleApplication, References = references }).Build();

    [Fact]
    public async Task App_serves_its_own_components_and_those_of_its_library()
    {
        var app = BuildApp(App, Shared);

        Assert.Equal("""{"id":"o","count":2,"note":"lib"}""", await app.OutputAsync("function", "a_app", """{"id":"o"}"""));
        Assert.Equal("""{"id":"o","count":1,"note":"x"}""", await app.OutputAsync("function", "b_lib", """{"id":"o","note":"x"}"""));
        Assert.Equal("\"function\"", await app.OutputAsync("function", "same"));
        Assert.Equal("\"workflow\"", await app.OutputAsync("workflow", "same"));
    }

    [Fact]
    public async Task Manifest_lists_all_of_them_in_manifest_order()
    {
        var manifest = await BuildApp(App, Shared).ManifestAsync();
        var own = await Shared.ManifestAsync("b_lib");

        Assert.Equal(["function a_app", "function b_lib", "function same", "workflow same"], manifest["components"]!.AsArray().Select(static entry => $"{entry!["type"]} {entry["name"]}"));
        Assert.True(JsonNode.DeepEquals(own, manifest["components"]![1]));
    }

    [Fact]
    public void Manifest_and_catalog_list_the_same_components()
    {
        var catalog = BuildApp(App, Shared).Catalog;
        Assert.Equal(["a_app", "b_lib", "same", "same"], catalog.Components.Select(static component => component.Name));
        Assert.All(catalog.Components, component => Assert.Same(component, catalog.Find(component.Type, System.Text.Encoding.UTF8.GetBytes(component.Name))));
        Assert.Null(catalog.Find(ComponentType.Tool, "same"u8));
    }

    [Fact]
    public async Task App_without_components_of_its_own_serves_its_librarys()
    {
        var app = BuildApp("static class Program { static void Main() => System.GC.KeepAlive(Agnt5Components.Catalog); }", Shared);
        Assert.Equal("\"workflow\"", await app.OutputAsync("workflow", "same"));
    }

    [Fact]
    public async Task Component_of_a_library_behind_a_library_is_served_once()
    {
        var middle = (new ProjectUnderTest("namespace Mid; public static class M { [Agnt5.Tool(\"mid\")] public static string Mid() => new Lib.Order(\"m\").Id; }")
        {
            AssemblyName = "Mid", RootNamespace = "Mid", References = [Shared],
        }).Build();

        var manifest = await BuildApp(App, middle, Shared).ManifestAsync();

        Assert.Equal(["a_app", "b_lib", "same", "same", "mid"], manifest["components"]!.AsArray().Select(static entry => (string?)entry!["name"]));
    }

    [Fact]
    public async Task Step_of_a_librarys_helper_records_a_type_that_only_the_library_knows()
    {
        var helpers = (new ProjectUnderTest("""
            using System.Threading.Tasks;
            namespace Help;
            internal sealed record Hold(string Reference);
            public static class Helpers { public static async Task<string> ChargeAsync(Agnt5.WorkflowContext ctx) => (await ctx.StepAsync("charge", () => new Hold("h-1"))).Reference; }
            """) { AssemblyName = "Help", RootNamespace = "Help" }).Build();

        var app = BuildApp(
            "static class Program { static void Main() { } [Agnt5.Workflow(\"pay\")] internal static "
            + "System.Threading.Tasks.Task<string> Pay(Agnt5.WorkflowContext ctx) => Help.Helpers.ChargeAsync(ctx); }", helpers);

        Assert.Equal("\"h-1\"", await app.OutputAsync("workflow", "pay"));
    }

    [Fact]
    public async Task Project_without_any_component_has_an_empty_catalog()
    {
        var app = BuildApp("static class Program { static void Main() => System.GC.KeepAlive(Agnt5Components.Catalog); }");

        Assert.Empty(app.Catalog.Components);
        Assert.Equal("[]", (await app.ManifestAsync())["components"]!.ToJsonString());
    }

    [Fact]
    public async Task Build_finds_the_manifest_as_a_constant_that_says_what_the_endpoint_serves()
    {
        var app = BuildApp(App, Shared);
        var document = app.Assembly.GetTypes().Single(static type => type.Name == "Agnt5ManifestDocument");

        Assert.True(JsonNode.DeepEquals(await app.ManifestAsync(), JsonNode.Parse((string)document.GetField("Json")!.GetRawConstantValue()!)));
    }
}
