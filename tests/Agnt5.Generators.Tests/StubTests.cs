using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>The methods that start runs of a project's components, for callers of the gateway's client.</summary>
public sealed class StubTests
{
    private const string Shop = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Agnt5;
        namespace Shop;
        public enum Size { Small, Large }
        public interface IStock { int Count(string sku); }
        public sealed record Order(string Id, decimal Total, List<string?>? Notes = null);
        public sealed record Receipt(string OrderId, string Status);
        internal sealed record Secret(int Number);
        public sealed partial class Orders
        {
            /// <summary>Ships an order &amp; waits.</summary>
            /// <param name="order">The order to ship.</param>
            [Workflow] public static Task<Receipt?> ShipOrderAsync(WorkflowContext ctx, Order order) => Task.FromResult<Receipt?>(new(order.Id, order.Notes?[0] ?? "shipped"));

            [Function] public static string Greet(string name, Size? size = null, int times = 2, CancellationToken ct = default) => $"{name} {size} {times}";
            [Function("join texts")] public static string Join(string options, string client, params string[] rest) => options + client + string.Join("+", rest);
            [Function] public static Task Nothing() => Task.CompletedTask;
            [Function] public static (int Low, int High) Range(int @class) => (1, @class);
            [Function] public static async IAsyncEnumerable<int> Count(int to) { for (var i = 1; i <= to; i++) { await Task.Yield(); yield return i; } }
            [Tool] internal static Secret Hide(Secret secret) => secret;
        }
        """;

    private const string Desk = """
        using System.Threading.Tasks;
        using Agnt5;
        namespace Shop;
        public static partial class Desk
        {
            /// <summary>Answers questions about orders.</summary>
            /// <param name="question">What the customer asks.</param>
            [Agent(Model = "m")] public static partial Task<string> Support(AgentContext ctx, string question);
            [Agent(Model = "m")] public static partial Task<Receipt> Sort(AgentContext ctx, string message);
        }
        """;

    private static readonly ProjectUnderTest Library = new(Shop) { AssemblyName = "Shop", RootNamespace = "Shop", ReferencesClient = true };

    [Fact]
    public void Stubs_of_a_library() => Snapshot.Verify(Stubs(Library with { Sources = [Shop, Desk] }));

    [Fact]
    public void Without_the_client_there_are_no_stubs() => Assert.DoesNotContain("Agnt5.Stubs.g.cs", (Library with { ReferencesClient = false }).Generate().Files.Keys);

    [Fact]
    public void Without_components_there_are_no_stubs() => Assert.DoesNotContain("Agnt5.Stubs.g.cs", new ProjectUnderTest("class Empty;") { ReferencesClient = true }.Generate().Files.Keys);

    [Fact]
    public async Task A_stub_starts_what_the_component_takes_and_reads_what_it_gives()
    {
        var project = (Library with { Sources = [Shop, """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Agnt5;
            public static class Caller
            {
                public static async Task<string> Call(Agnt5Client client)
                {
                    var said = new List<string>();
                    RunHandle<Shop.Receipt?> run = await client.ShipOrder(new("o-1", 5, ["fast", null]));
                    said.Add((await run.WaitAsync())?.Status!);
                    said.Add(await client.Greet("Ada").OutputAsync());
                    said.Add(await client.Greet("Ada", Shop.Size.Large, 1, new RunOptions { IdempotencyKey = "k" }).OutputAsync());
                    said.Add(await client.Join("a", "b").OutputAsync());
                    said.Add(await client.Join("a", "b", ["c", "d"]).OutputAsync());
                    said.Add((await client.Nothing().OutputAsync()).ValueKind.ToString());
                    said.Add((await client.Range(7).OutputAsync()).High.ToString());
                    said.Add((await client.Count(3).OutputAsync()).Count.ToString());
                    await foreach (var item in client.StreamCount(2))
                        said.Add(item.ToString());
                    return string.Join("; ", said);
                }
            }
            """] }).Build();
        var gateway = new GatewayOfProject(project);

        var said = await (Task<string>)project.Assembly.GetType("Caller")!.GetMethod("Call")!.Invoke(null, [gateway.Client])!;

        Assert.Equal("fast; Ada  2; Ada Large 1; ab; abc+d; Null; 7; 3; 1; 2", said);
        Assert.Equal(("/v1/workflows/ship_order/submit", """{"id":"o-1","total":5,"notes":["fast",null]}"""), gateway.Starts[0]);
        Assert.Equal(("/v1/functions/join%20texts/submit", """{"options":"a","client":"b","rest":[]}"""), gateway.Starts[3]);
    }

    [Fact]
    public void Names_that_two_components_want_have_the_class_before_them()
    {
        var stubs = Stubs(new ProjectUnderTest("""
            using Agnt5;
            namespace Shop
            {
                public static class Orders { [Function("create_order")] public static int Create(int a) => a; [Function] public static int Find(string id) => 1; }
                public static class Users { [Function("create_user")] public static int CreateAsync(int a) => a; }
            }
            namespace Shop.More
            {
                public static class Users { [Tool("create_more")] public static int Create(int a) => a; }
            }
            """) { ReferencesClient = true });

        Assert.Contains(" OrdersCreate(", stubs, StringComparison.Ordinal);
        Assert.Contains(" OrdersFind(", stubs, StringComparison.Ordinal);
        Assert.Contains(" Shop_Users_CreateAsync(", stubs, StringComparison.Ordinal);
        Assert.Contains(" Shop_More_Users_Create(", stubs, StringComparison.Ordinal);
    }

    [Fact]
    public void Stubs_of_a_program_are_its_own_and_work_in_its_main_file()
    {
        var project = new ProjectUnderTest("""
            using Agnt5;
            var client = new Agnt5Client(new());
            System.Console.WriteLine(client.Greet("Ada").GetType());
            """, """
            namespace My.App;
            public static class Greetings { [Agnt5.Function] public static string Greet(string name) => name; }
            """) { ReferencesClient = true, OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication };

        Assert.Contains("internal static class Agnt5Stubs", Stubs(project), StringComparison.Ordinal);
        project.Build();
    }

    [Theory]
    [InlineData("public interface IShape { int Sides { get; } }", "IShape Draw() => null!;", "RunHandle<global::System.Text.Json.JsonElement>")] // It can only be written.
    [InlineData("public sealed record Hidden { [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] public int Key { set { } } }",
        "int Open(Hidden hidden) => 1;", "JsonElement hidden")] // It can only be read.
    public void What_crosses_the_wire_one_way_only_is_plain_JSON_for_the_caller(string type, string method, string expected)
    {
        var project = new ProjectUnderTest($$"""namespace Shop; {{type}} public static class Shapes { [Agnt5.Function] public static {{method}} }""") { ReferencesClient = true };

        Assert.Contains(expected, Stubs(project), StringComparison.Ordinal);
        project.Build();
    }

    [Fact]
    public void Types_that_are_obsolete_as_an_error_do_not_break_the_build()
    {
        var project = new ProjectUnderTest("""
            namespace Shop;
            [System.Obsolete("old", true)] public sealed record Old(int Number);
            [System.Obsolete] public static class Olds { [Agnt5.Function] public static Old Make(Old old) => old; }
            """) { ReferencesClient = true };

        project.Build();
    }

    [Fact]
    public void Stubs_have_the_documentation_of_their_components()
    {
        var library = (Library with { GeneratesDocumentation = true, Sources = ["#pragma warning disable CS1591, CS1573\n" + Shop] }).Build();

        Assert.Contains("Ships an order &amp; waits.", library.Documentation, StringComparison.Ordinal);
        Assert.Contains("M:Shop.Agnt5Stubs.ShipOrder(Agnt5.Agnt5Client,Shop.Order,Agnt5.RunOptions,System.Threading.CancellationToken)", library.Documentation, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_of_any_JSON_does_not_make_the_call_dynamic()
    {
        var project = new ProjectUnderTest("""
            #pragma warning disable AGT2010
            namespace Shop;
            public static class Shapes { [Agnt5.Function] public static string Any([Agnt5.Input] dynamic any) => "a"; [Agnt5.Function] public static System.Text.Json.JsonElement Json(System.Text.Json.JsonElement json) => json; [Agnt5.Function] public static System.Text.Json.JsonElement NoInput() => default; }
            """) { ReferencesClient = true };

        Assert.DoesNotContain("dynamic", Stubs(project), StringComparison.Ordinal);
        project.Build();
    }

    [Theory]
    [InlineData("record Order(string Id)", "record Order(string Id, int Count)", false)]
    [InlineData("Ship(WorkflowContext ctx, Order order)", "Ship(WorkflowContext ctx, Order what)", true)]
    [InlineData("// Ships.", "/// <summary>Ships.</summary>", true)]
    public void An_edit_writes_stubs_again_only_where_they_change(string before, string after, bool isWritten)
    {
        const string Source = """
            using System.Threading.Tasks;
            using Agnt5;
            namespace My.App;
            public sealed record Order(string Id);
            public static class Orders
            {
                // Ships.
                [Workflow] public static Task<Order> Ship(WorkflowContext ctx, Order order) => Task.FromResult(order);
            }
            """;
        var project = new ProjectUnderTest(Source) { ReferencesClient = true };
        var compilation = project.Compile();
        var tree = compilation.SyntaxTrees.Single();
        var edited = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(Source.Replace(before, after, StringComparison.Ordinal))));

        var result = project.CreateDriver().RunGenerators(compilation).RunGenerators(edited).GetRunResult().Results.Single();

        var reasons = result.TrackedSteps[Stages.Stubs].SelectMany(static step => step.Outputs).Select(static output => output.Reason).ToArray();
        Assert.Equal(isWritten, reasons.Contains(Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified));
    }

    private static string Stubs(ProjectUnderTest project) => project.Generate().Files["Agnt5.Stubs.g.cs"];
}
